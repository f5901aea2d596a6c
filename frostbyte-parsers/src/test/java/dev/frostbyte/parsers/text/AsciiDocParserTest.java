package dev.frostbyte.parsers.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.testkit.ParserContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsciiDocParserTest extends ParserContract {
  @Override
  protected ParserProvider provider() {
    return new AsciiDocParserProvider();
  }

  @Override
  protected MediaType type() {
    return new MediaType("text/asciidoc");
  }

  @Override
  protected List<byte[]> good() {
    return List.of(
        bytes(
            "= The document\n:toc:\n\nA *bold* paragraph with a https://example.org[link].\n\n"
                + "* one\n** two\n\n[source,java]\n----\nint x;\n----\n\n|===\n|a |b\n\n|c |d\n|===\n"));
  }

  @Test
  void readsSectionsParagraphsAndFormatting() throws IOException {
    assertThat(
            read("= Doc\n\n== Part `x`\n\nSome *bold*, _it_ and <<ref,that>>\ngoes on. +\nNext\n"))
        .containsExactly(
            Block.heading(1, "Doc", List.of()),
            Block.heading(2, "Part x", List.of()),
            Block.paragraph("Some bold, it and that goes on.\nNext", List.of()),
            Block.link("that", "#ref", List.of()));
  }

  @Test
  void readsListsByTheirMarkers() throws IOException {
    assertThat(read("* a\n** b\n. c\n. d\n* e\n\nText\n\nTerm:: what it is\n"))
        .containsExactly(
            Block.listItem(0, "•", "a", List.of()),
            Block.listItem(1, "•", "b", List.of()),
            Block.listItem(2, "1.", "c", List.of()),
            Block.listItem(2, "2.", "d", List.of()),
            Block.listItem(0, "•", "e", List.of()),
            Block.paragraph("Text", List.of()),
            Block.paragraph("Term: what it is", List.of()));
  }

  @Test
  void readsTablesWithSpansAndHeaders() throws IOException {
    assertThat(
            read(".Prices\n[cols=\"1,1,1\"]\n|===\n2+|Wide |c\n\n.2+|Tall |x |y\n|z\n|w\n|===\n"))
        .containsExactly(
            new Block.Table(
                3,
                1,
                List.of(
                    new Block.Cell(0, 0, 1, 2, UntrustedText.of("Wide")),
                    Block.Cell.of(0, 2, "c"),
                    new Block.Cell(1, 0, 2, 1, UntrustedText.of("Tall")),
                    Block.Cell.of(1, 1, "x"),
                    Block.Cell.of(1, 2, "y"),
                    Block.Cell.of(2, 1, "z"),
                    Block.Cell.of(2, 2, "w")),
                UntrustedText.of("Prices"),
                List.of()));
  }

  @Test
  void keepsCodeCommentsAndWhatIsNotReadApart() throws IOException {
    assertThat(
            read(
                ":key: value\n// note\n----\ncode\n----\n\n////\nlong note\n////\n\n"
                    + "image::a.png[A cat,100]\n\ninclude::other.adoc[]\n\n++++\n<b>\n++++\n\n  literal\n"))
        .containsExactly(
            Block.hidden(HiddenChannel.METADATA, ":key: value", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "note", List.of()),
            Block.preformatted("code", List.of()),
            Block.hidden(HiddenChannel.COMMENT, "long note", List.of()),
            Block.figure("", List.of()),
            Block.hidden(HiddenChannel.ALTERNATIVE, "A cat", List.of()),
            new Block.Dropped("image", "NO_TEXT", List.of()),
            new Block.Dropped("include", "NOT_READ", List.of()),
            Block.hidden(HiddenChannel.CODE, "<b>", List.of()),
            new Block.Dropped("passthrough", "RAW_MARKUP", List.of()),
            Block.preformatted("literal", List.of()));
  }

  @Test
  void tellsLinksOfEveryBlockAndCaptionsOfPictures() throws IOException {
    assertThat(
            read(
                "See https://a.example/x[the *site*].\n\n* link:b.html[]\n\n"
                    + ".The cat\nimage::a.png[]\n\n|===\n|mailto:c@example.org[Carl] |d\n|===\n"))
        .containsSubsequence(
            Block.paragraph("See the site.", List.of()),
            Block.link("the site", "https://a.example/x", List.of()),
            Block.link("link:b.html", "b.html", List.of()),
            Block.figure("The cat", List.of()),
            Block.link("Carl", "mailto:c@example.org", List.of()));
  }

  @Test
  void tellsTheLanguageOfCode() throws IOException {
    assertThat(
            read("[source,java,linenums]\n----\nint x;\n----\n\n```sh\nls\n```\n\n----\nz\n----\n"))
        .contains(Block.code("java", "int x;"), Block.code("sh", "ls"), Block.code("", "z"));
  }

  private List<Block> read(String text) throws IOException {
    return blocks(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
