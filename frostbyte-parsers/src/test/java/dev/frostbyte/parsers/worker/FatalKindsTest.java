package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kinds of file that kill or stall a JVM that parses them: each ends in a typed result of its
 * own in the child, by a counted limit and not by the kill, and the child goes on.
 */
class FatalKindsTest {
  private static final Set<ProblemCode> KILLS =
      EnumSet.of(
          ProblemCode.PARSER_CRASHED,
          ProblemCode.PARSER_OUT_OF_MEMORY,
          ProblemCode.PARSER_TIMEOUT,
          ProblemCode.PARSER_ERROR);
  private static final ParseLimits LIMITS =
      new ParseLimits(
          5_000, 500_000, 50_000_000, 20_000, 32L << 20, 200, 200, Duration.ofSeconds(100));

  private static final String LIMIT = "(Cut|Refused) LIMIT_EXCEEDED.*";

  private static ParserHost host;
  private static ParserHost.Seat seat;

  @BeforeAll
  static void open() throws IOException {
    host =
        new ProcessHostProvider()
            .open(StageConfig.of(Map.of("heapMegabytes", "192", "children", "1", "spares", "0")));
    seat = host.seat();
  }

  @AfterAll
  static void close() throws IOException {
    seat.close();
    host.close();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void endsByALimitAndNotByAKill(Kind kind) throws IOException {
    String end = word(parse(kind, kind.bomb().get()));
    System.out.println("END " + kind.name() + ": " + end);
    assertThat(end).matches(kind.end()).doesNotStartWith("Killed");
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        word("deflate bomb", () -> Bombs.docxOfLetters(100_000_000)),
        word(
            "50,000 nested elements",
            () -> Bombs.docxNested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 25_000)),
        word(
            "3,000 nested tables",
            () -> Bombs.docxNested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 3_000)),
        word("200,000 entries", () -> Bombs.docxOfEntries(200_000)),
        word(
            "a part nobody reads",
            () ->
                Bombs.docxWithEntry("word/media/a.emf", Bombs.repeated("", "\0", 100_000_000, ""))),
        word(
            "a long name",
            () ->
                Bombs.docxWithEntry("word/" + "a".repeat(60_000), Bombs.repeated("", "a", 1, ""))),
        pdf("5 million q", () -> PdfBombs.page(Bombs.repeated("", "q\n", 5_000_000, ""))),
        pdf("66 MB of content", () -> PdfBombs.page(Bombs.repeated("", "0 0 m\n", 11_000_000, ""))),
        pdf("one page 100,000 times", () -> PdfBombs.onePageOften(100_000)),
        pdf("page tree cycle", PdfBombs::pageTreeCycle, ".*"),
        pdf("exponential forms", () -> PdfBombs.exponentialForms(30)),
        pdf("2 million objects", () -> PdfBombs.manyObjects(2_000_000)),
        pdf("an object stream that inflates", () -> PdfBombs.objectStream(100_000_000), ".*"),
        pdf("run lengths", () -> PdfBombs.page("/Filter/RunLengthDecode", runs(3_000_000), "")),
        mail("3,000 nested mails", () -> Bombs.mailNested(3_000)),
        mail("100,000 parts", () -> Bombs.mailOfParts(100_000)),
        new Kind(
            "zTXt bomb",
            "dev.frostbyte.parsers.ocr.OcrParserProvider",
            "image/png",
            () -> Bombs.png(8, 8, "zTXt", Bombs.pngText(100_000_000)),
            LIMIT),
        new Kind(
            "3.6 gigapixels",
            "dev.frostbyte.parsers.ocr.OcrParserProvider",
            "image/png",
            () -> Bombs.png(60_000, 60_000, "tEXt", new byte[0]),
            LIMIT),
        new Kind(
            "nested HTML",
            "dev.frostbyte.parsers.web.HtmlParserProvider",
            "text/html",
            () -> Bombs.latin("<div>".repeat(100_000) + "x"),
            ".*"),
        new Kind(
            "nested JSON",
            "dev.frostbyte.parsers.text.JsonParserProvider",
            "application/json",
            () -> Bombs.latin("[".repeat(1_000_000)),
            ".*"),
        new Kind(
            "nested XML",
            "dev.frostbyte.parsers.text.XmlParserProvider",
            "application/xml",
            () -> Bombs.latin("<a>".repeat(200_000)),
            ".*"),
        new Kind(
            "nested RTF",
            "dev.frostbyte.parsers.office.RtfParserProvider",
            "application/rtf",
            () -> Bombs.latin("{\\rtf1 " + "{".repeat(1_000_000)),
            ".*"));
  }

  private static byte[] runs(int count) {
    byte[] runs = new byte[2 * count + 1];
    for (int i = 0; i < count; i++) {
      runs[2 * i] = (byte) 129;
      runs[2 * i + 1] = 'q';
    }
    runs[2 * count] = (byte) 128;
    return runs;
  }

  private static Kind word(String name, Supplier<byte[]> bomb) {
    return word(name, bomb, LIMIT);
  }

  private static Kind word(String name, Supplier<byte[]> bomb, String end) {
    return new Kind(
        name, "dev.frostbyte.parsers.office.DocxParserProvider", MediaType.DOCX.value(), bomb, end);
  }

  private static Kind pdf(String name, Supplier<byte[]> bomb) {
    return pdf(name, bomb, LIMIT);
  }

  private static Kind pdf(String name, Supplier<byte[]> bomb, String end) {
    return new Kind(
        name, "dev.frostbyte.parsers.pdf.PdfParserProvider", MediaType.PDF.value(), bomb, end);
  }

  private static Kind mail(String name, Supplier<byte[]> bomb) {
    return new Kind(
        name, "dev.frostbyte.parsers.mail.MailParserProvider", MediaType.EML.value(), bomb, LIMIT);
  }

  private static ParseResult parse(Kind kind, byte[] bytes) throws IOException {
    ParserTask task = new ParserTask(kind.parser(), StageConfig.none(), new MediaType(kind.type()));
    return seat.parse(task, DocumentSource.of(bytes), LIMITS, block -> {});
  }

  private static String word(ParseResult result) {
    return switch (result) {
      case ParseResult.Complete complete -> "Complete";
      case ParseResult.Cut cut -> "Cut " + cut.problem();
      case ParseResult.Refused refused ->
          (KILLS.contains(refused.problem().code()) ? "Killed " : "Refused ") + refused.problem();
    };
  }

  /** A kind of file, who reads it, and how that must end. */
  record Kind(String name, String parser, String type, Supplier<byte[]> bomb, String end) {
    @Override
    public String toString() {
      return name;
    }
  }
}
