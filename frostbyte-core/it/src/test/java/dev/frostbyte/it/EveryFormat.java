package dev.frostbyte.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** One small file of every format that the documents name, called {@code sample} and its ending. */
final class EveryFormat {
  private static final Map<String, String> OF_THE_QUICKSTART =
      Map.of(
          "pdf", "northwind-bank/invoice-hd-20417.pdf",
          "docx", "northwind-bank/letter-hr-transfer.docx",
          "xlsx", "northwind-bank/branch-costs-q1.xlsx",
          "pptx", "northwind-bank/deck-cash-machines.pptx",
          "html", "northwind-bank/policy-information-classification.html",
          "eml", "northwind-bank/mail-currency-fixings.eml",
          "csv", "northwind-bank/fee-schedule.csv",
          "txt", "northwind-bank/memo-withdrawn-loan.txt",
          "md", "northwind-bank/sop-wire-release.md");

  private static final String PAGE =
      "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>Terms</title></head><body>"
          + "<h1>Terms</h1><p>Pay <a href='how'>this way</a>.</p></body></html>";

  private static final Map<String, String> TEXTS =
      Map.of(
          "xhtml", "<?xml version='1.0' encoding='UTF-8'?>" + PAGE,
          "adoc", "= Terms\n\nPay https://a.example[this way].\n\n* one\n* two\n",
          "tsv", "item\tprice\npen\t2\ninkwell\t3\n",
          "json", "{\"terms\": [{\"a\": 1, \"b\": \"two\"}, {\"a\": 3, \"b\": \"four\"}]}",
          "xml",
              "<?xml version='1.0'?><terms><item no='1'>pay</item><item no='2'>soon</item></terms>",
          "rtf", "{\\rtf1\\ansi\\ansicpg1252 Terms of payment\\par Pay soon, please.\\par}");

  private EveryFormat() {}

  /** Writes the files. */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, String> each : OF_THE_QUICKSTART.entrySet()) {
      Files.copy(Samples.documents().resolve(each.getValue()), sample(folder, each.getKey()));
    }
    for (Map.Entry<String, String> each : TEXTS.entrySet()) {
      Files.writeString(sample(folder, each.getKey()), each.getValue());
    }
    openDocument(folder);
    book(sample(folder, "epub"));
    pictures(folder);
    old(folder);
    return folder;
  }

  private static Path sample(Path folder, String ending) {
    return folder.resolve("sample." + ending);
  }

  private static void openDocument(Path folder) throws IOException {
    openDocument(sample(folder, "odt"), "text", "<text:h>Terms</text:h><text:p>Pay soon.</text:p>");
    openDocument(
        sample(folder, "ods"),
        "spreadsheet",
        "<table:table table:name='S'><table:table-row><table:table-cell><text:p>pen</text:p>"
            + "</table:table-cell></table:table-row></table:table>");
    openDocument(
        sample(folder, "odp"),
        "presentation",
        "<draw:page><draw:frame><draw:text-box><text:p>Pay soon.</text:p></draw:text-box>"
            + "</draw:frame></draw:page>");
  }

  private static void openDocument(Path file, String kind, String body) throws IOException {
    StringBuilder root = new StringBuilder("<office:document-content");
    for (String name : new String[] {"office", "text", "table"}) {
      root.append(" xmlns:").append(name).append("='urn:oasis:names:tc:opendocument:xmlns:");
      root.append(name).append(":1.0'");
    }
    root.append(" xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'>");
    root.append("<office:body><office:").append(kind).append('>').append(body);
    root.append("</office:").append(kind).append("></office:body></office:document-content>");
    packed(
        file, "application/vnd.oasis.opendocument." + kind, Map.of("content.xml", root.toString()));
  }

  private static void book(Path file) throws IOException {
    String container =
        "<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'>"
            + "<rootfiles><rootfile full-path='book.opf'"
            + " media-type='application/oebps-package+xml'/></rootfiles></container>";
    String book =
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata/><manifest>"
            + "<item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest>"
            + "<spine><itemref idref='a'/></spine></package>";
    packed(
        file,
        "application/epub+zip",
        Map.of("META-INF/container.xml", container, "book.opf", book, "a.xhtml", PAGE));
  }

  /** The first entry of such a package says its type and is not compressed. */
  private static void packed(Path file, String type, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      byte[] bytes = type.getBytes(StandardCharsets.US_ASCII);
      CRC32 sum = new CRC32();
      sum.update(bytes);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(bytes.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(bytes);
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** The top of a page of the quickstart, as a scanner would see it. */
  private static void pictures(Path folder) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(sample(folder, "pdf").toFile())) {
      BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150, ImageType.RGB);
      BufferedImage top = page.getSubimage(0, 0, page.getWidth(), page.getHeight() / 4);
      for (Map.Entry<String, String> each :
          Map.of("png", "png", "jpg", "jpeg", "tif", "tiff").entrySet()) {
        if (!ImageIO.write(top, each.getValue(), sample(folder, each.getKey()).toFile())) {
          throw new IOException("no writer of " + each.getValue());
        }
      }
    }
  }

  private static void old(Path folder) throws IOException {
    Path word =
        Samples.root()
            .resolve(
                "frostbyte-parsers/src/test/resources/dev/frostbyte/parsers/office/word97.doc");
    Files.copy(word, sample(folder, "doc"));
    try (HSSFWorkbook book = new HSSFWorkbook();
        var out = Files.newOutputStream(sample(folder, "xls"))) {
      book.createSheet("S").createRow(0).createCell(0).setCellValue("pen and inkwell");
      book.write(out);
    }
    try (HSLFSlideShow deck = new HSLFSlideShow();
        var out = Files.newOutputStream(sample(folder, "ppt"))) {
      deck.createSlide().addTitle().setText("Terms of payment");
      deck.write(out);
    }
    message(sample(folder, "msg"));
  }

  /** An Outlook message ([MS-OXMSG]) with a subject and a body. */
  private static void message(Path file) throws IOException {
    ByteBuffer properties = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    properties.position(32);
    properties.putShort((short) 0x40).putShort((short) 0x39).putInt(6);
    properties.putLong((1_767_607_200L + 11_644_473_600L) * 10_000_000);
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      DirectoryEntry root = files.getRoot();
      root.createDocument("__properties_version1.0", new ByteArrayInputStream(properties.array()));
      text(root, "0037", "Terms of payment");
      text(root, "1000", "Please pay soon.");
      files.writeFilesystem(written);
    }
    Files.write(file, written.toByteArray());
  }

  private static void text(DirectoryEntry root, String tag, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    root.createDocument("__substg1.0_" + tag + "001F", new ByteArrayInputStream(bytes));
  }
}
