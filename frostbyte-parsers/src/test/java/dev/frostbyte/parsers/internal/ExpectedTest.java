package dev.frostbyte.parsers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.mail.MailParserProvider;
import dev.frostbyte.parsers.text.AsciiDocParserProvider;
import dev.frostbyte.parsers.text.CsvParserProvider;
import dev.frostbyte.parsers.text.JsonParserProvider;
import dev.frostbyte.parsers.text.MarkdownParserProvider;
import dev.frostbyte.parsers.text.TextParserProvider;
import dev.frostbyte.parsers.text.XmlParserProvider;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What text formats say they hold: a whole reading has all of it, half a reading is flagged. */
class ExpectedTest {
  private static final MediaType TYPE = MediaType.UNKNOWN;

  /** A format with a long text in it that has most of what the format knows. */
  private record Case(String name, ParserProvider parser, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> formats() {
    return List.of(
        new Case("text", new TextParserProvider(), text()),
        new Case("csv", new CsvParserProvider(), csv()),
        new Case("markdown", new MarkdownParserProvider(), markdown()),
        new Case("asciidoc", new AsciiDocParserProvider(), asciiDoc()),
        new Case("json", new JsonParserProvider(), json()),
        new Case("xml", new XmlParserProvider(), xml()),
        new Case("html", new HtmlParserProvider(), html()),
        new Case("mail", new MailParserProvider(), mail()),
        new Case(
            "decomposed letters",
            new TextParserProvider(),
            "a\u0301e\u0301 o\u0308\n\n".repeat(40)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void allOfAnOrdinaryFileWasExpected(Case format) throws IOException {
    Recording sink = new Recording();
    Completeness whole = completeness(expected(format, sink), Pieces.of(sink.blocks()));
    assertThat(whole.expectedCharacters()).isPositive();
    assertThat((double) whole.characters() / whole.expectedCharacters()).isBetween(0.98, 1.4);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReaderThatDropsHalfIsFlagged(Case format) throws IOException {
    Recording sink = new Recording();
    long expected = expected(format, sink);
    List<String> pieces = Pieces.of(sink.blocks()).stream().filter(it -> !it.isBlank()).toList();
    for (List<String> inOrder : List.of(pieces, pieces.reversed())) {
      assertThat(completeness(expected, half(inOrder)).flagged()).isTrue();
    }
  }

  /** The first pieces until half of all characters are reached. */
  private static List<String> half(List<String> pieces) {
    long all = pieces.stream().mapToLong(Ink::of).sum();
    long[] read = new long[1];
    return pieces.stream().takeWhile(piece -> (read[0] += Ink.of(piece)) <= all / 2).toList();
  }

  private static long expected(Case format, Recording sink) throws IOException {
    DocumentSource source = DocumentSource.of(format.text().getBytes(StandardCharsets.UTF_8));
    try (DocumentParser parser = format.parser().open(StageConfig.none())) {
      ParseResult result = parser.parse(source, TYPE, ParseLimits.DEFAULT, sink);
      assertThat(result).isInstanceOf(ParseResult.Complete.class);
      return ((ParseResult.Complete) result).expected().characters();
    }
  }

  private static Completeness completeness(long expected, List<String> pieces) {
    long read = pieces.stream().mapToLong(Ink::of).sum();
    return new Completeness(expected, read, 0, 0);
  }

  private static String rows(IntFunction<String> row) {
    return IntStream.range(0, 60).mapToObj(row).collect(Collectors.joining("\n"));
  }

  private static String text() {
    return rows(
        i -> "TITLE " + "ABC".repeat(i % 4 + 1) + "\n\n1. item " + i + "\n2. other\n\n" + words(i));
  }

  private static String words(int i) {
    return "The quick brown fox of row " + i + " jumps over\na dog, which sleeps.\n";
  }

  private static String csv() {
    return rows(i -> i + ",\"a value, with a \"\"quoted\"\" word\",3." + i + ",plain words");
  }

  private static String markdown() {
    return "---\ntitle: About\n---\n\n[ref]: https://example.org/a/long/address\n\n"
        + rows(
            i ->
                "## Part "
                    + i
                    + "\n\n"
                    + i
                    + ". an *item* of `code`[^n]\n\n"
                    + words(i)
                    + "\n![a picture](images/of/some/where/picture-"
                    + i
                    + ".png)\n\n"
                    + "A [link](https://example.org/"
                    + i
                    + ") and [another][ref] &amp; more.\n\n"
                    + "```java\nint value = "
                    + i
                    + ";\n```\n\n| a | b |\n|---|---|\n| one | two |\n")
        + "\n\n[^n]: a note\n";
  }

  private static String asciiDoc() {
    return "= About\n:author: Anne\n\n"
        + rows(
            i ->
                "== Part "
                    + i
                    + "\n\n. an _item_ of `code`\n\n"
                    + words(i)
                    + "\nimage::images/of/some/where/picture-"
                    + i
                    + ".png[a picture]\n\n"
                    + "[source,java,linenums]\n----\nint value = "
                    + i
                    + ";\n----\n\n|===\n|one |two\n|===\n");
  }

  private static String json() {
    String record = "{\"name\":\"row %d\",\"price\":%d.5,\"note\":\"a \\u00e9 word\\nand more\"}";
    return "{\"title\":\"A list\",\"rows\":["
        + rows(i -> String.format(record, i, i) + (i < 59 ? "," : ""))
        + "],\"tags\":["
        + rows(i -> "\"tag number " + i + "\"" + (i < 59 ? "," : ""))
        + "]}";
  }

  private static String xml() {
    return "<?xml version='1.0'?><list kind='of things'>"
        + rows(
            i ->
                "<item id='row-"
                    + i
                    + "'><name>A name &amp; more "
                    + i
                    + "</name><price>2.50</price></item>"
                    + "<p n='"
                    + i
                    + "'>Running <b at='mark-"
                    + i
                    + "'>text</b> of it.</p>"
                    + "<says lang='l"
                    + i
                    + "'>own text "
                    + i
                    + "</says><!-- remark "
                    + i
                    + " -->")
        + "</list>";
  }

  private static String html() {
    return "<!doctype html><html><!-- around --><head><title>About</title><style>.a{color:red}</style></head><body>"
        + rows(
            i ->
                "<h2>Part "
                    + i
                    + "</h2><p>"
                    + words(i)
                    + " &amp; <a href='https://example.org/"
                    + i
                    + "'>a link</a></p><div style='display:none'>hidden "
                    + i
                    + "</div><table><tr><td>one<td>two</table><script>var code = '"
                    + i
                    + "';</script>")
        + "</body></html>";
  }

  private static String mail() {
    String head =
        "From: anne@example.org\nTo: bob@example.org\nSubject: A plan\nMIME-Version: 1.0\n";
    Map<String, String> parts = Map.of("text/plain", text(), "text/html", html());
    String body =
        parts.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(part -> "--M\nContent-Type: " + part.getKey() + "\n\n" + part.getValue() + "\n")
            .collect(Collectors.joining());
    return head + "Content-Type: multipart/mixed; boundary=M\n\n" + body + "--M--\n";
  }
}
