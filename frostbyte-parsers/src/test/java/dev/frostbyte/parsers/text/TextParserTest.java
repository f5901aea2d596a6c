package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.ParserContract;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextParserTest extends ParserContract {
  private static final Evidence CONVENTION = Evidence.of(Evidence.Basis.CONVENTION);
  private static final String LETTER =
      "SERVICE AGREEMENT\n\nScope\n=====\nThe provider delivers\nthe service.\n\nDuties:\n"
          + "- keep records\n  for ten years\n- report\n  * at once\n\n1. first\n2) second\n";

  @Override
  protected ParserProvider provider() {
    return new TextParserProvider();
  }

  @Override
  protected MediaType type() {
    return MediaType.TEXT;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(
        LETTER.getBytes(StandardCharsets.UTF_8),
        LETTER.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void readsHeadingsParagraphsAndLists() throws IOException {
    assertThat(blocks(good().getFirst()))
        .containsExactly(
            Block.heading(1, "SERVICE AGREEMENT").noted(CONVENTION),
            Block.heading(1, "Scope").noted(CONVENTION),
            Block.paragraph("The provider delivers\nthe service.", List.of()),
            Block.paragraph("Duties:", List.of()),
            Block.listItem(0, "-", "keep records\nfor ten years", List.of()),
            Block.listItem(0, "-", "report", List.of()),
            Block.listItem(1, "*", "at once", List.of()),
            Block.listItem(0, "1.", "first", List.of()),
            Block.listItem(0, "2)", "second", List.of()));
  }

  @Test
  void stopsAtTheBudgetBeforeItHoldsAnEndlessLineOrGroup() throws IOException {
    ParseLimits few = new ParseLimits(9, 9, 1_000, 9, 9, 9, 9, Duration.ofMinutes(1));
    for (String endless : List.of("x".repeat(5_000), "short line\n".repeat(500))) {
      assertThatThrownBy(
              () ->
                  provider()
                      .open(StageConfig.none())
                      .parse(
                          DocumentSource.of(endless.getBytes(StandardCharsets.UTF_8)),
                          MediaType.TEXT,
                          few,
                          block -> {}))
          .isInstanceOf(BudgetReachedException.class);
    }
  }

  @Test
  void readsTheSameTextFromEveryEncoding() throws IOException {
    String text = "Größe\n\nÄnderung – „schön“\n";
    List<Block> expected = blocks(text.getBytes(StandardCharsets.UTF_8));
    assertThat(blocks(("\ufeff" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
    assertThat(blocks(("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
    assertThat(blocks(text.getBytes(StandardCharsets.UTF_16))).isEqualTo(expected);
    assertThat(blocks(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(expected);
    String plain = "plain words\n\nin wide characters\n";
    List<Block> wide = blocks(plain.getBytes(StandardCharsets.UTF_8));
    assertThat(blocks(plain.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(wide);
    assertThat(blocks(plain.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(wide);
  }

  @Test
  void leavesProseAlone() throws IOException {
    String prose = "We met on - as agreed - Monday.\n\nNOTE.\n\nThe sum was\n- 5 euros\nless.\n";
    assertThat(blocks(prose.getBytes(StandardCharsets.UTF_8)))
        .allMatch(block -> block instanceof Block.Paragraph);
  }

  @Test
  void keepsColumnsOfATypedTable() throws IOException {
    String typed = "name     amount\nrent     10\nfood     20\n";
    assertThat(blocks(("x\n\n" + typed).getBytes(StandardCharsets.UTF_8)))
        .contains(Block.preformatted(typed.strip(), List.of()));
  }
}
