package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownParserTest extends ParserContract {
  private static final String PAGE =
      """
      ---
      title: Secret name
      ---
      # Top

      Some *words* with `code` and a [link](http://x "tip")
      on two lines.

      1. one
         - inner

           more of inner
      2. two

      > quoted

      ```java
      int x;
        int y;
      ```

      | a | b |
      |---|---|
      | 1 | ![seal](s.png) |

      <!-- note to self -->

      text <!-- inline --> more<br>end

      <div>raw</div>
      """;

  @Override
  protected ParserProvider provider() {
    return new MarkdownParserProvider();
  }

  @Override
  protected MediaType type() {
    return MediaType.MARKDOWN;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(PAGE.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void readsEveryKindOfBlock() throws IOException {
    assertThat(blocks(good().getFirst()))
        .containsExactly(
            Block.hidden(HiddenChannel.METADATA, "title: Secret name", List.of()),
            Block.heading(1, "Top", List.of()),
            Block.paragraph("Some words with code and a link on two lines.", List.of()),
            Block.link("link", "http://x", List.of()),
            Block.hidden(HiddenChannel.ALTERNATIVE, "tip", List.of()),
            Block.listItem(0, "1.", "one", List.of()),
            Block.listItem(1, "-", "inner", List.of()),
            Block.paragraph("more of inner", List.of()),
            Block.listItem(0, "2.", "two", List.of()),
            Block.paragraph("quoted", List.of()),
            Block.code("java", "int x;\n  int y;"),
            new Block.Table(
                2,
                1,
                List.of(
                    Block.Cell.of(0, 0, "a"),
                    Block.Cell.of(0, 1, "b"),
                    Block.Cell.of(1, 0, "1"),
                    Block.Cell.of(1, 1, "")),
                UntrustedText.EMPTY,
                List.of()),
            Block.figure("", List.of()),
            Block.hidden(HiddenChannel.ALTERNATIVE, "seal", List.of()),
            new Block.Dropped("image", "NO_TEXT", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "note to self", List.of()),
            Block.paragraph("text  more\nend", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "inline", List.of()),
            Block.hidden(HiddenChannel.CODE, "<div>raw</div>", List.of()),
            new Block.Dropped("html", "RAW_HTML", List.of()));
  }

  @Test
  void tellsNotesAndWhereLinksAndPicturesLead() throws IOException {
    String text =
        "# [Top](t)\n\nA claim[^a] and <https://x.example>.\n\n"
            + "[![badge](b.svg)](https://ci.example)\n\n- [one](1)\n\n[^a]: The *note*, [more](m).\n";
    assertThat(blocks(text.getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            Block.heading(1, "Top", List.of()),
            Block.link("Top", "t", List.of()),
            Block.paragraph("A claim and https://x.example.", List.of()),
            Block.link("https://x.example", "https://x.example", List.of()),
            Block.paragraph("", List.of()),
            Block.figure("", List.of()),
            Block.hidden(HiddenChannel.ALTERNATIVE, "badge", List.of()),
            new Block.Dropped("image", "NO_TEXT", List.of()),
            Block.link("", "https://ci.example", List.of()),
            Block.listItem(0, "-", "one", List.of()),
            Block.link("one", "1", List.of()),
            Block.footnote("a", "The note, more.", List.of()),
            Block.link("more", "m", List.of()));
  }

  @Test
  void numbersNestedAndStartedListsRight() throws IOException {
    String lists = "3. three\n   1. a\n   2. b\n4. four\n5. five\n";
    assertThat(blocks(lists.getBytes(StandardCharsets.UTF_8)))
        .extracting(block -> ((Block.ListItem) block).marker().value())
        .containsExactly("3.", "1.", "2.", "4.", "5.");
  }

  @Test
  void keepsARuleThatIsNoFrontMatter() throws IOException {
    assertThat(blocks("---\nno property here\n---\n\nx\n".getBytes(StandardCharsets.UTF_8)))
        .noneMatch(block -> block instanceof Block.Hidden);
  }

  @Test
  void boundsNesting() throws IOException {
    byte[] quotes = (">".repeat(100_000) + " deep\n").repeat(3).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> parse(quotes, new Recording()))
        .isInstanceOf(BudgetReachedException.class);
    byte[] brackets = ("*[".repeat(50_000) + "x").getBytes(StandardCharsets.UTF_8);
    assertThat(parse(brackets, new Recording())).isNotNull();
  }
}
