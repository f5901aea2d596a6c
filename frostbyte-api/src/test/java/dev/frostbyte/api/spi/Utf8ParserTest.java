package dev.frostbyte.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Utf8ParserTest {
  private static final MediaType TYPE = new MediaType("text/x-lines");

  /** Each line a paragraph; the word {@code bad} breaks the rules. */
  private static final Utf8Parser LINES =
      (text, sink) -> {
        MalformedTextException.unless(!text.contains("bad"));
        sink.acceptAll(text.lines().map(Block::paragraph).toList());
      };

  @Test
  void handsTheTextOverWithoutByteOrderMark() throws IOException {
    List<Block> blocks = new ArrayList<>();
    assertThat(parse("\ufeffone\nzwölf", blocks::add)).isEqualTo(new ParseResult.Complete(0));
    assertThat(blocks).containsExactly(Block.paragraph("one"), Block.paragraph("zwölf"));
  }

  @Test
  void refusesWhatIsMalformedAndQuotesNothing() throws IOException {
    Problem problem = refused("secret words that are bad".getBytes(StandardCharsets.UTF_8));
    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_CORRUPTED);
    assertThat(problem.message()).contains("text/x-lines").doesNotContain("secret");
  }

  @Test
  void refusesBytesThatAreNoUtf8() throws IOException {
    Problem problem = refused("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problem.code()).isEqualTo(ProblemCode.FILE_CORRUPTED);
    assertThat(problem.message()).contains("UTF-8");
  }

  @Test
  void refusesAFileWithoutText() throws IOException {
    for (String blank : List.of("", " \r\n\t", "\ufeff\n")) {
      assertThat(refused(blank.getBytes(StandardCharsets.UTF_8)).code())
          .isEqualTo(ProblemCode.FILE_EMPTY);
    }
  }

  @Test
  void letsFailuresOfTheSinkPass() {
    ElementSink gone =
        block -> {
          throw new IOException("gone");
        };
    assertThatThrownBy(() -> parse("one", gone)).hasMessage("gone");
  }

  @Test
  void decodesWhatTheFormatUnwraps() throws IOException {
    Utf8Parser reversed =
        new Utf8Parser() {
          @Override
          public void read(String text, ElementSink sink) throws IOException {
            sink.accept(Block.paragraph(text));
          }

          @Override
          public byte[] unwrapped(byte[] bytes) {
            return new StringBuilder(new String(bytes, StandardCharsets.UTF_8))
                .reverse()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
          }
        };
    List<Block> blocks = new ArrayList<>();
    DocumentSource source = DocumentSource.of("cba".getBytes(StandardCharsets.UTF_8));
    reversed.parse(source, TYPE, ParseLimits.DEFAULT, blocks::add);
    assertThat(blocks).containsExactly(Block.paragraph("abc"));
  }

  @Test
  void aStageWithoutSettingsRefusesEveryKey() {
    StageConfig.none().requireNone();
    assertThatThrownBy(() -> StageConfig.of(Map.of("color", "red")).requireNone())
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID))
        .hasMessageContaining("color");
  }

  private static ParseResult parse(String text, ElementSink sink) throws IOException {
    DocumentSource source = DocumentSource.of(text.getBytes(StandardCharsets.UTF_8));
    return LINES.parse(source, TYPE, ParseLimits.DEFAULT, sink);
  }

  private static Problem refused(byte[] bytes) throws IOException {
    ParseResult result =
        LINES.parse(DocumentSource.of(bytes), TYPE, ParseLimits.DEFAULT, block -> {});
    return ((ParseResult.Refused) result).problem();
  }
}
