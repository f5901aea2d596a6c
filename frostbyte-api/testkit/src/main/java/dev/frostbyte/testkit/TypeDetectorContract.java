package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.TypeDetector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every type detector must hold: structure decides, a name never turns one family into
 * another, and a file that is two things is neither. Extend it and hand in a detector. One thread.
 */
public abstract class TypeDetectorContract {
  private static final long SEED = 20_260_101;

  private TypeDetector detector;

  /** For the extending class. */
  protected TypeDetectorContract() {}

  /** The detector under test. */
  protected abstract TypeDetector open() throws IOException;

  @BeforeEach
  final void openDetector() throws IOException {
    detector = open();
  }

  @AfterEach
  final void closeDetector() throws IOException {
    detector.close();
  }

  @Test
  void knowsTheFormatsOfTheLibrary() throws IOException {
    for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
      assertThat(detect(sample.getValue(), sample.getKey()))
          .as(sample.getKey())
          .isEqualTo(typeOf(sample.getKey()));
    }
  }

  @Test
  void isNotDeceivedByAName() throws IOException {
    for (String name : new String[] {"a.pdf", "a.docx", "a.xlsx", "a.pptx", "a.eml"}) {
      assertThat(detect(bytes("just some words\n"), name)).isEqualTo(MediaType.TEXT);
    }
    assertThat(detect(pdf(), "a.txt")).isEqualTo(MediaType.PDF);
    assertThat(detect(office(MediaType.DOCX, "word/document.xml"), "a.xlsx"))
        .isEqualTo(MediaType.DOCX);
  }

  @Test
  void takesNoFileThatIsTwoThings() throws IOException {
    byte[] zip = office(MediaType.DOCX, "word/document.xml");
    for (byte[] both :
        new byte[][] {join(pdf(), zip), join(zip, pdf()), join(bytes("MZ\0\0\0\0"), zip)}) {
      assertThat(detect(both, "a.pdf"))
          .isNotIn(MediaType.PDF, MediaType.DOCX, MediaType.TEXT, MediaType.HTML);
    }
  }

  @Test
  void takesNoProgramForADocument() throws IOException {
    byte[][] programs = {
      bytes("\177ELF\2\1\1\0\0\0\0\0"), bytes("MZ\220\0\3\0\0\0\4\0"), bytes("#!/bin/sh\necho\n")
    };
    for (byte[] program : programs) {
      for (String name : new String[] {"a.txt", "a.pdf", "a.md"}) {
        assertThat(detect(program, name))
            .isNotIn(MediaType.TEXT, MediaType.PDF, MediaType.MARKDOWN);
      }
    }
  }

  @Test
  void knowsNothingOfNothing() throws IOException {
    assertThat(detect(new byte[0], "a.pdf")).isEqualTo(MediaType.UNKNOWN);
  }

  @Test
  void answersForAnyBytes() throws IOException {
    Random random = new Random(SEED);
    for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
      for (int i = 0; i < 50; i++) {
        byte[] mutant = sample.getValue().clone();
        for (int hits = random.nextInt(16); hits >= 0; hits--) {
          mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        MediaType first = detect(mutant, sample.getKey());
        assertThat(detect(mutant, sample.getKey())).isEqualTo(first);
      }
    }
  }

  @Test
  void answersUnderHostileNames() throws IOException {
    for (String name :
        List.of("", ".", "..", "/", "\0", "a".repeat(1 << 20), ".".repeat(1 << 20), "\uD800.pdf")) {
      assertThat(detect(pdf(), name)).isEqualTo(MediaType.PDF);
      assertThat(detect(new byte[] {0, 1, 2, 3}, name)).isEqualTo(MediaType.UNKNOWN);
    }
  }

  /** The type of these bytes under this name. */
  protected final MediaType detect(byte[] bytes, String name) throws IOException {
    return detector.detect(DocumentSource.of(bytes), UntrustedText.of(name));
  }

  /** A small PDF, enough for its structure. */
  protected static byte[] pdf() {
    return bytes(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n");
  }

  /** An OOXML container whose content types come last, as some writers put them. */
  protected static byte[] office(MediaType type, String mainPart) throws IOException {
    String contentTypes =
        "<?xml version=\"1.0\"?><Types><Override PartName=\"/"
            + mainPart
            + "\" ContentType=\""
            + type
            + ".main+xml\"/></Types>";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, mainPart, "<x/>");
      put(zip, "[Content_Types].xml", contentTypes);
    }
    return bytes.toByteArray();
  }

  /** Bytes of Latin-1 text. */
  protected static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One file behind the other. */
  protected static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second);
    return both.toByteArray();
  }

  private static Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new LinkedHashMap<>();
    samples.put("a.pdf", pdf());
    samples.put("a.docx", office(MediaType.DOCX, "word/document.xml"));
    samples.put("a.xlsx", office(MediaType.XLSX, "xl/workbook.xml"));
    samples.put("a.pptx", office(MediaType.PPTX, "ppt/presentation.xml"));
    samples.put("a.html", bytes("<!DOCTYPE html>\n<html><body><p>Words</p></body></html>"));
    samples.put(
        "a.eml",
        bytes(
            "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx"));
    samples.put("a.md", bytes("# Title\n\nWords\n"));
    samples.put("a.csv", bytes("name;amount\nrent;1,5\nfood;2,5\n"));
    samples.put("a.txt", bytes("Some words, caf\u00e9 and more.\n"));
    return samples;
  }

  private static MediaType typeOf(String name) {
    return switch (name) {
      case "a.pdf" -> MediaType.PDF;
      case "a.docx" -> MediaType.DOCX;
      case "a.xlsx" -> MediaType.XLSX;
      case "a.pptx" -> MediaType.PPTX;
      case "a.html" -> MediaType.HTML;
      case "a.eml" -> MediaType.EML;
      case "a.md" -> MediaType.MARKDOWN;
      case "a.csv" -> MediaType.CSV;
      default -> MediaType.TEXT;
    };
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
