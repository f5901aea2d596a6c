package dev.frostbyte.parsers.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.testkit.TypeDetectorContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class StructureDetectorTest extends TypeDetectorContract {
  @Override
  protected TypeDetector open() {
    return new StructureDetectorProvider().open(StageConfig.none());
  }

  @Test
  void takesPdfBytesAroundAPdfForAPolyglot() throws IOException {
    assertThat(detect(join(bytes("\r\n  "), pdf()), "a.pdf")).isEqualTo(MediaType.PDF);
    assertThat(detect(join(pdf(), bytes("\0\0\n\n")), "a.pdf")).isEqualTo(MediaType.PDF);
    assertThat(detect(join(bytes("<script>"), pdf()), "a.pdf")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(join(pdf(), new byte[200]), "a.pdf")).isEqualTo(MediaType.PDF);
    assertThat(detect(join(pdf(), bytes("x".repeat(65))), "a.pdf")).isEqualTo(Types.POLYGLOT);
  }

  @Test
  void takesAPictureWithForeignBytesBehindItForAPolyglot() throws IOException {
    MediaType type = new MediaType("image/png");
    byte[] end = {0, 0, 0, 0, 'I', 'E', 'N', 'D', 1, 2, 3, 4};
    byte[] png = join(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, end);
    assertThat(detect(png, "a.png")).isEqualTo(type);
    assertThat(detect(join(png, new byte[64]), "a.png")).isEqualTo(type);
    assertThat(detect(join(png, bytes("x".repeat(65))), "a.png")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(join(png, new byte[100_000]), "a.png")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(Arrays.copyOf(png, 12), "a.png")).isEqualTo(type);
    byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 7, (byte) 0xff, (byte) 0xd9};
    assertThat(detect(jpeg, "a.jpg")).hasToString("image/jpeg");
    assertThat(detect(Arrays.copyOf(jpeg, 5), "a.jpg")).hasToString("image/jpeg");
    assertThat(detect(join(jpeg, bytes("x".repeat(65))), "a.jpg")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(join(jpeg, new byte[100_000]), "a.jpg")).isEqualTo(Types.POLYGLOT);
  }

  /** Each way back in a file that lies sealed on disk would open all of it again. */
  @Test
  void readsALargeZipOnce() throws IOException {
    for (boolean typesLast : new boolean[] {false, true}) {
      byte[] zip = largeOffice(typesLast);
      AtomicInteger opened = new AtomicInteger();
      DocumentSource source =
          new DocumentSource() {
            @Override
            public InputStream stream() {
              opened.incrementAndGet();
              return new ByteArrayInputStream(zip);
            }

            @Override
            public long size() {
              return zip.length;
            }
          };
      MediaType type = open().detect(source, UntrustedText.of("a.docx"));
      assertThat(type).isEqualTo(MediaType.DOCX);
      assertThat(opened).hasValue(1);
    }
  }

  /** Nine mebibytes, and a directory larger than the end of a file that is looked at. */
  private static byte[] largeOffice(boolean typesLast) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] noise = new byte[9 << 20];
    new Random(1).nextBytes(noise);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int part = 0; part < 3; part++) {
        boolean types = part == (typesLast ? 2 : 0);
        zip.putNextEntry(new ZipEntry(types ? "[Content_Types].xml" : "word/" + part));
        String main = "<Override ContentType='" + MediaType.DOCX + ".main+xml'/>";
        zip.write(types ? bytes(main) : part == 1 ? noise : new byte[1]);
      }
      for (int i = 0; i < 3_000; i++) {
        zip.putNextEntry(new ZipEntry("word/a-name-of-some-length-" + i));
      }
    }
    return out.toByteArray();
  }

  @Test
  void takesATruncatedPdfForAPdf() throws IOException {
    assertThat(detect(Arrays.copyOf(pdf(), 40), "a.pdf")).isEqualTo(MediaType.PDF);
  }

  @Test
  void takesATextThatMentionsTheHeaderForText() throws IOException {
    assertThat(detect(bytes("A PDF starts with %PDF-1.4 and ends.\n"), "a.txt"))
        .isEqualTo(MediaType.TEXT);
  }

  @Test
  void takesAZipWithForeignBytesForAPolyglot() throws IOException {
    byte[] zip = office(MediaType.DOCX, "word/document.xml");
    assertThat(detect(join(zip, bytes("\n")), "a.docx")).isEqualTo(MediaType.DOCX);
    assertThat(detect(join(zip, bytes("payload")), "a.docx")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(join(bytes("payload"), zip), "a.docx")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(join(bytes("PK\3\4junk"), zip), "a.docx")).isEqualTo(Types.POLYGLOT);
  }

  @Test
  void knowsATruncatedOfficeFileByItsFirstEntries() throws IOException {
    byte[] zip =
        zip(Map.of("[Content_Types].xml", "<Types/>"), "word/document.xml", "x".repeat(999));
    assertThat(detect(Arrays.copyOf(zip, zip.length - 60), "a.docx")).isEqualTo(MediaType.DOCX);
  }

  @Test
  void knowsMacrosAndTwoMainPartsAndPlainArchives() throws IOException {
    String word = override(MediaType.DOCX + ".main+xml");
    String sheet = override(MediaType.XLSX + ".main+xml");
    String macro = override("application/vnd.ms-office.vbaProject");
    assertThat(detect(types(word + macro), "a.docx").value()).contains("macroenabled");
    assertThat(
            detect(types(override("application/vnd.ms-word.document.macroEnabled.main+xml")), "a"))
        .hasToString("application/vnd.ms-word.document.macroenabled");
    assertThat(detect(types(word + sheet), "a.docx")).isEqualTo(Types.POLYGLOT);
    assertThat(detect(types(""), "a.docx")).isEqualTo(Types.ZIP);
    assertThat(detect(zip(Map.of(), "mimetype", "application/epub+zip"), "a.docx"))
        .hasToString("application/epub+zip");
    byte[] start = bytes("PK\3\4" + "\0".repeat(26) + "mimetypeapplication/epub+zipPK\3\4");
    assertThat(detect(start, "cut.epub")).hasToString("application/epub+zip");
    assertThat(detect(zip(Map.of(), "META-INF/MANIFEST.MF", ""), "a.zip")).isEqualTo(Types.JAR);
    assertThat(detect(zip(Map.of(), "a.txt", "x"), "a.docx")).isEqualTo(Types.ZIP);
  }

  @Test
  void letsTheNameDecideOnlyAmongTexts() throws IOException {
    byte[] prose =
        bytes(
            "A first line, with one comma.\n"
                + "word ".repeat(60)
                + "\nNone here\nand, so, on, it\nx\n");
    assertThat(detect(bytes("one\ntwo\nthree\n"), "a.csv")).isEqualTo(MediaType.CSV);
    assertThat(detect(prose, "a.csv")).isEqualTo(MediaType.TEXT);
    assertThat(detect(prose, "a.md")).isEqualTo(MediaType.MARKDOWN);
    assertThat(detect(prose, "a.html")).isEqualTo(MediaType.TEXT);
    assertThat(detect(bytes("Intro <p>and a tag</p>"), "a.htm")).isEqualTo(MediaType.HTML);
    assertThat(detect(prose, "a.py")).isEqualTo(Types.SCRIPT);
    assertThat(detect(bytes("{\"a\":1}"), "a.json")).isEqualTo(Types.JSON);
    assertThat(detect(bytes("a\tb\n1\t2\n"), "a.tsv")).isEqualTo(Types.TSV);
    assertThat(detect(bytes("= Title\n"), "a.adoc")).isEqualTo(Types.ASCIIDOC);
    assertThat(detect(bytes("<?xml version=\"1.0\"?><a/>"), "a.txt")).isEqualTo(Types.XML);
    assertThat(detect(bytes("<svg xmlns=\"x\"/>"), "a.txt")).isEqualTo(Types.SVG);
    assertThat(detect(bytes("<!-- x -->\n<HTML><body>x"), "a.txt")).isEqualTo(MediaType.HTML);
  }

  @Test
  void tellsAMemoFromAMail() throws IOException {
    byte[] memo = bytes("From: Ann\nTo: Bob\nSubject: Lunch\nDate: today\n\nLet us meet.\n");
    assertThat(detect(memo, "memo.txt")).isEqualTo(MediaType.TEXT);
    assertThat(detect(memo, "memo.eml")).isEqualTo(MediaType.EML);
    byte[] mail = join(bytes("Received: from x\n\tby y\nMessage-ID: <1@x>\n"), memo);
    assertThat(detect(mail, "a.txt")).isEqualTo(MediaType.EML);
    assertThat(detect(join(bytes("From ann@x Mon Jan  5 10:11:12 2026\n"), mail), "a.txt"))
        .isEqualTo(Types.MBOX);
    assertThat(detect(join(bytes("From ann@x Mon Jan  5 10:11:12 2026\n"), mail), "a.eml"))
        .isEqualTo(MediaType.EML);
  }

  @Test
  void readsTextOfEveryEncoding() throws IOException {
    String text = "Größe und Änderung, schöne Grüße aus Köln.\n".repeat(20);
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE,
          Charset.forName("windows-1252")
        }) {
      assertThat(detect(text.getBytes(charset), "a.txt"))
          .as("%s", charset)
          .isEqualTo(MediaType.TEXT);
    }
  }

  @Test
  void takesBinaryTailsForNoText() throws IOException {
    byte[] tail = new byte[200_000];
    Arrays.fill(tail, (byte) 1);
    assertThat(detect(join(bytes("words\n".repeat(30_000)), tail), "a.txt"))
        .isNotEqualTo(MediaType.TEXT);
  }

  @Test
  void knowsOfficeFilesOfTheOldKindAndProtectedOnes() throws IOException {
    assertThat(detect(ole("WordDocument"), "a.docx")).isEqualTo(Types.DOC);
    assertThat(detect(ole("Workbook"), "a.xlsx")).isEqualTo(Types.XLS);
    assertThat(detect(ole("PowerPoint Document"), "a.pptx")).isEqualTo(Types.PPT);
    assertThat(detect(ole("__properties_version1.0"), "a.msg")).isEqualTo(Types.MSG);
    assertThat(detect(ole("Other"), "a.docx")).isEqualTo(Types.OLE2);
    assertThat(detect(ole("EncryptedPackage"), "a.docx")).isEqualTo(MediaType.DOCX);
    assertThat(detect(ole("EncryptedPackage"), "a.xlsx")).isEqualTo(MediaType.XLSX);
    assertThat(detect(ole("EncryptedPackage"), "a.pptx")).isEqualTo(MediaType.PPTX);
    assertThat(detect(ole("EncryptedPackage"), "a.pdf")).isEqualTo(Types.PROTECTED);
    assertThat(detect(ole("\tDRMContent"), "a.doc")).isEqualTo(Types.PROTECTED);
  }

  @Test
  void leavesTheRestToTheTableOfMagicBytes() throws IOException {
    assertThat(detect(bytes("OggS\0\2\0\0\0\0\0\0\0\0"), "a.txt").value()).contains("ogg");
    assertThat(detect(new byte[] {1, 2, 3, 0, 9}, "a.txt")).isEqualTo(MediaType.UNKNOWN);
    assertThat(detect(bytes("{\\rtf1 x}"), "a.txt")).hasToString("application/rtf");
  }

  /** A file with a directory of many sectors and, below its top, names of other kinds. */
  private static byte[] ole(String stream) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      for (int i = 0; i < 100; i++) {
        files.createDocument(new ByteArrayInputStream(new byte[10]), "filler" + i);
      }
      DirectoryEntry below = files.createDirectory("Below");
      below.createDocument("WordDocument", new ByteArrayInputStream(new byte[10]));
      below.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[10]));
      files.createDocument(new ByteArrayInputStream(new byte[10]), stream);
      files.writeFilesystem(file);
    }
    return file.toByteArray();
  }

  private static String override(String type) {
    return "<Override PartName='/x' ContentType='" + type + "'/>";
  }

  private static byte[] types(String overrides) throws IOException {
    return zip(Map.of(), "[Content_Types].xml", "<Types>" + overrides + "</Types>");
  }

  private static byte[] zip(Map<String, String> before, String name, String text)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : before.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(bytes(entry.getValue()));
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes(text));
    }
    return bytes.toByteArray();
  }
}
