package dev.frostbyte.parsers.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that want to become large, or deep, or endless. Stateless. */
final class Bombs {
  private static final String WORD =
      "<w:document"
          + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
  private static final String WORD_END = "</w:body></w:document>";

  private Bombs() {}

  /** Writes a part of a file. */
  interface Part {
    void write(OutputStream out) throws IOException;
  }

  static byte[] bytes(Part part) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      part.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The same words over and over. */
  static Part repeated(String before, String words, int times, String after) {
    return out -> {
      out.write(latin(before));
      byte[] once = latin(words.repeat(Math.max(1, 65_536 / words.length())));
      long left = (long) times * words.length();
      for (; left > once.length; left -= once.length) {
        out.write(once);
      }
      out.write(once, 0, (int) left);
      out.write(latin(after));
    };
  }

  static byte[] deflated(Part part) {
    return bytes(
        out -> {
          Deflater hard = new Deflater(Deflater.BEST_SPEED);
          try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, hard, 1 << 16)) {
            part.write(deflating);
          } finally {
            hard.end();
          }
        });
  }

  static byte[] docx(Part document) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            head(zip);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            document.write(zip);
          }
        });
  }

  static Part paragraphs(String inside) {
    return out -> out.write(latin(WORD + inside + WORD_END));
  }

  /** One run of so many letters. */
  static byte[] docxOfLetters(int count) {
    return docx(repeated(WORD + "<w:p><w:r><w:t>", "a", count, "</w:t></w:r></w:p>" + WORD_END));
  }

  static byte[] docxNested(String open, String close, int deep) {
    return docx(paragraphs("<w:p>" + open.repeat(deep) + close.repeat(deep) + "</w:p>"));
  }

  static byte[] docxOfEntries(int count) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            head(zip);
            put(zip, "word/document.xml", WORD + "<w:p/>" + WORD_END);
            zip.setMethod(ZipOutputStream.STORED);
            for (int number = 0; number < count; number++) {
              ZipEntry empty = new ZipEntry("word/" + number);
              empty.setSize(0);
              empty.setCrc(0);
              zip.putNextEntry(empty);
            }
          }
        });
  }

  static byte[] docxWithEntry(String name, Part content) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            head(zip);
            put(zip, "word/document.xml", WORD + "<w:p/>" + WORD_END);
            zip.putNextEntry(new ZipEntry(name));
            content.write(zip);
          }
        });
  }

  static byte[] mailNested(int deep) {
    StringBuilder mail = new StringBuilder();
    for (int number = 0; number < deep; number++) {
      mail.append("From: a@example.org\r\nSubject: ").append(number);
      mail.append("\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n");
    }
    return latin(mail + "From: a@example.org\r\nSubject: last\r\n\r\nwords\r\n");
  }

  static byte[] mailOfParts(int count) {
    String part = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
    String head =
        "From: a@example.org\r\nSubject: many\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    return latin(head + part.repeat(count) + "--b--\r\n");
  }

  /** A PNG of this size whose pixels are all black, and one more chunk. */
  static byte[] png(int width, int height, String type, byte[] chunk) {
    return bytes(
        out -> {
          out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
          chunk(
              out,
              "IHDR",
              bytes(
                  head -> {
                    head.write(big(width));
                    head.write(big(height));
                    head.write(new byte[] {1, 0, 0, 0, 0});
                  }));
          chunk(out, type, chunk);
          int row = 1 + (width + 7) / 8;
          chunk(out, "IDAT", deflated(repeated("", "\0", row * Math.min(height, 64), "")));
          chunk(out, "IEND", new byte[0]);
        });
  }

  /** Text of a PNG that inflates to so many letters. */
  static byte[] pngText(int letters) {
    return bytes(
        out -> {
          out.write(latin("Comment\0\0"));
          out.write(deflated(repeated("", "a", letters, "")));
        });
  }

  static byte[] big(int value) {
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }

  private static void chunk(OutputStream out, String type, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(latin(type));
    sum.update(content);
    out.write(big(content.length));
    out.write(latin(type));
    out.write(content);
    out.write(big((int) sum.getValue()));
  }

  private static void head(ZipOutputStream zip) throws IOException {
    put(
        zip,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
            + " Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
            + " PartName=\"/word/document.xml\" ContentType=\"application/vnd"
            + ".openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    put(
        zip,
        "_rels/.rels",
        "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
            + " Id=\"r1\""
            + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
            + " Target=\"word/document.xml\"/></Relationships>");
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(latin(content));
  }
}
