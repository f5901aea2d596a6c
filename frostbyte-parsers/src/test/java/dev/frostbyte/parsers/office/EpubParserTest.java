package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.ParserContract;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class EpubParserTest extends ParserContract {
  private static final String ENCRYPTION =
      "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'"
          + " xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData>"
          + "<enc:EncryptionMethod Algorithm='%s'/></enc:EncryptedData></encryption>";

  @Override
  protected ParserProvider provider() {
    return new EpubParserProvider();
  }

  @Override
  protected MediaType type() {
    return new MediaType("application/epub+zip");
  }

  @Override
  protected List<byte[]> good() throws IOException {
    return List.of(
        book()
            .chapter("a", "<h1>The first chapter</h1><p>It says little, enough for a contract.</p>")
            .chapter("b", "<p>It ends here.</p>")
            .bytes());
  }

  @Test
  void readsChaptersInTheOrderOfTheSpine() throws IOException {
    assertThat(
            book()
                .chapter("z", "<h1>One</h1><p>first</p>")
                .chapter("a", "<h2>Two</h2><ul><li>item</li></ul>")
                .lines())
        .containsExactly("METADATA A book", "h1 One", "p first", "h2 Two", "li0 [•] item");
  }

  @Test
  void headsAChapterWithoutHeadingsAsTheContentsDo() throws IOException {
    String nav =
        "<html xmlns='http://www.w3.org/1999/xhtml'"
            + " xmlns:epub='http://www.idpf.org/2007/ops'><body><nav epub:type='toc'><ol><li><a"
            + " href='a.xhtml'>Said so</a><ol><li><a"
            + " href='./b.xhtml#x'>Below</a></li></ol></li></ol></nav></body></html>";
    assertThat(
            book()
                .chapter("a", "<p>text</p>")
                .chapter("b", "<p>more</p>")
                .chapter("c", "<h1>Own</h1>")
                .item("nav.xhtml", "application/xhtml+xml", "properties='nav'", nav)
                .lines())
        .containsExactly("METADATA A book", "h1 Said so", "p text", "h2 Below", "p more", "h1 Own");
  }

  @Test
  void readsTheContentsOfOldBooksWithoutTheirDtd() throws IOException {
    String ncx =
        "<?xml version='1.0'?><!DOCTYPE ncx PUBLIC '-//NISO//DTD ncx 2005-1//EN' 'http://x/y.dtd'>"
            + "<ncx xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint><navLabel><text>"
            + "Old way</text></navLabel><content src='a.xhtml'/></navPoint></navMap></ncx>";
    assertThat(
            book()
                .chapter("a", "<p>text</p>")
                .item("ncx", "application/x-dtbncx+xml", "", ncx)
                .lines())
        .containsExactly("METADATA A book", "h1 Old way", "p text");
  }

  @Test
  void hidesWhatTheBooksStyleSheetHides() throws IOException {
    assertThat(
            book()
                .raw(
                    "OPS/a.xhtml",
                    page(
                        "<link rel='stylesheet' href='s.css'/>",
                        "<p class='no'>unseen</p><p>seen</p>"))
                .item("s.css", "text/css", "", ".no { display: none }")
                .spine("a")
                .lines())
        .contains("MARKED_HIDDEN unseen", "p seen")
        .doesNotContain("p unseen");
  }

  /** No size of a head or a sheet, no end tag in one keeps it from being read. */
  @Test
  void readsStyleSheetsOfAnySize() throws IOException {
    String hides = ".no { display: none }";
    for (String sheet : List.of("/* </style> */" + hides, rules(100_000) + hides, hides)) {
      Book book =
          book()
              .raw(
                  "OPS/a.xhtml",
                  page(
                      "<meta name='x' content='"
                          + rules(7_000)
                          + "x".repeat(100_000)
                          + "'/>"
                          + "<link rel='stylesheet' href='s.css'/>",
                      "<p class='no'>unseen</p><b>seen</b>"))
              .item("s.css", "text/css", "", sheet)
              .spine("a");
      assertThat(book.lines()).contains("MARKED_HIDDEN unseen").doesNotContain("p unseen");
    }
    Book large =
        book()
            .raw("OPS/a.xhtml", page("<link rel='stylesheet' href='s.css'/>", "<p>words</p>"))
            .item("s.css", "text/css", "", rules(600_000))
            .spine("a");
    Recording recording = new Recording();
    assertThat(large.read(recording)).isInstanceOf(ParseResult.Cut.class);
    assertThat(Shown.of(recording.blocks()))
        .contains("dropped style rules TOO_MANY", "MARKED_HIDDEN words");
  }

  /** Of which no two are alike, so that they pack no better than any text. */
  private static String rules(int number) {
    Random random = new Random(1);
    return IntStream.range(0, number)
        .mapToObj(i -> ".a" + random.nextInt() + "{}")
        .collect(Collectors.joining());
  }

  @Test
  void isNotFooledByElementsClosedAtOnce() throws IOException {
    String page = page("<title/><script src='x.js'/>", "<p><a id='x'/>text<span/> more</p>");
    assertThat(book().raw("OPS/a.xhtml", page).spine("a").lines())
        .contains("p text more", "dropped script CODE");
  }

  @Test
  void keepsFootnotesAndReportsWhatIsNotRead() throws IOException {
    assertThat(
            book()
                .chapter("a", "<p>text</p><aside epub:type='footnote'><p>The note</p></aside>")
                .item("x.xhtml", "application/xhtml+xml", "", page("", "<p>never shown</p>"))
                .item("code.js", "application/javascript", "", "x")
                .lines())
        .containsExactly(
            "METADATA A book",
            "p text",
            "note [] The note",
            "dropped chapter NOT_IN_SPINE",
            "dropped script CODE");
  }

  @Test
  void refusesALockedBookButNotScrambledFonts() throws IOException {
    Book locked =
        book()
            .chapter("a", "<p>x</p>")
            .raw(
                "META-INF/encryption.xml",
                ENCRYPTION.formatted("http://www.w3.org/2001/04/xmlenc#aes128-cbc"));
    assertThat(locked.read(new Recording()))
        .isInstanceOfSatisfying(
            ParseResult.Refused.class,
            refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.FILE_ENCRYPTED));
    Book fonts =
        book()
            .chapter("a", "<p>x</p>")
            .raw(
                "META-INF/encryption.xml",
                ENCRYPTION.formatted("http://www.idpf.org/2008/embedding"));
    assertThat(fonts.read(new Recording())).isInstanceOf(ParseResult.Complete.class);
  }

  @Test
  void refusesABookWithoutChapters() throws IOException {
    assertThat(book().read(new Recording())).isInstanceOf(ParseResult.Refused.class);
  }

  @Test
  void endsInOneOutcomeWhateverHappensToAPart() throws IOException {
    PartFuzz.run(provider(), good().getFirst());
  }

  private static String page(String head, String body) {
    return "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'"
        + " xmlns:epub='http://www.idpf.org/2007/ops'><head>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private static Book book() {
    return new Book();
  }

  /** A book of one chapter. */
  static byte[] bytes(String body) throws IOException {
    return book().chapter("a", body).bytes();
  }

  /** Builds a small book. */
  private static final class Book {
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder manifest = new StringBuilder();
    private final StringBuilder spine = new StringBuilder();

    Book chapter(String name, String body) {
      return raw("OPS/" + name + ".xhtml", page("<title>T</title>", body)).spine(name);
    }

    Book spine(String name) {
      manifest.append(
          "<item id='%s' href='%s.xhtml' media-type='application/xhtml+xml'/>"
              .formatted(name, name));
      spine.append("<itemref idref='").append(name).append("'/>");
      return this;
    }

    Book item(String name, String type, String attributes, String content) {
      manifest.append(
          "<item id='%s' href='%s' media-type='%s' %s/>".formatted(name, name, type, attributes));
      return raw("OPS/" + name, content);
    }

    Book raw(String name, String content) {
      parts.put(name, content);
      return this;
    }

    List<String> lines() throws IOException {
      Recording recording = new Recording();
      assertThat(read(recording)).isInstanceOf(ParseResult.Complete.class);
      return Shown.of(recording.blocks()).stream()
          .filter(line -> !line.equals("METADATA T"))
          .toList();
    }

    ParseResult read(Recording into) throws IOException {
      try (DocumentParser parser = new EpubParserProvider().open(StageConfig.none())) {
        return parser.parse(
            DocumentSource.of(bytes()), MediaType.UNKNOWN, ParseLimits.DEFAULT, into);
      }
    }

    byte[] bytes() throws IOException {
      Map<String, String> all = new LinkedHashMap<>(parts);
      all.put(
          "META-INF/container.xml",
          "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles>"
              + "<rootfile full-path='OPS/book.opf'/></rootfiles></container>");
      all.put(
          "OPS/book.opf",
          "<package xmlns='http://www.idpf.org/2007/opf'><metadata"
              + " xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>A"
              + " book</dc:title></metadata><manifest>"
              + manifest
              + "</manifest><spine toc='ncx'>"
              + spine
              + "</spine></package>");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (Map.Entry<String, String> part : all.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      return out.toByteArray();
    }
  }
}
