package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of passwords is a file of the user's, of which a child that is locked gets a copy. */
class PasswordFileTest {
  private static final String SECRET = "secret";

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void opensLockedDocumentsInAPlainChild() throws IOException {
    try (ParserHost host = open("plain");
        ParserHost.Seat seat = host.seat()) {
      assertThat(said(seat)).contains("Behind the lock");
    }
  }

  @Test
  void opensLockedDocumentsInALockedChild() throws IOException {
    try (ParserHost host = open("locked");
        ParserHost.Seat seat = host.seat()) {
      assumeThat(locks()).as("this test needs Linux on x86-64 or aarch64 and Java 22").isTrue();
      assertThat(said(seat)).contains("Behind the lock");
      assertThat(said(seat)).contains("Behind the lock");
    }
  }

  @Test
  void takesTheCopyAwayWithTheChild() throws IOException {
    Path passwords = Files.writeString(folder.resolve("passwords"), SECRET);
    Path own = TempFolder.make();
    Path copy =
        Path.of(new HandedFiles(own).into(task(passwords)).config().values().get("passwordFile"));
    assertThat(copy).hasParent(own).hasContent(SECRET);
    TempFolder.delete(own);
    assertThat(copy).doesNotExist();
  }

  @Test
  void neverWritesThroughALinkOfTheChild() throws IOException {
    Path passwords = Files.writeString(folder.resolve("passwords"), SECRET);
    Path target = Files.writeString(folder.resolve("target"), "as it was");
    String name = "handed-" + ContentHash.of(SECRET.getBytes(StandardCharsets.UTF_8)).hex();
    Files.createSymbolicLink(folder.resolve(name), target);
    new HandedFiles(folder).into(task(passwords));
    assertThat(target).hasContent("as it was");
  }

  @Test
  void anotherFileOrAChangedOneIsAnotherCopy() throws IOException {
    Path one = Files.writeString(folder.resolve("one"), "one");
    HandedFiles files = new HandedFiles(folder);
    String first = files.into(task(one)).config().values().get("passwordFile");
    assertThat(files.into(task(one)).config().values()).containsValue(first);
    Files.writeString(one, "two");
    Path second = Path.of(files.into(task(one)).config().values().get("passwordFile"));
    assertThat(second).hasContent("two");
    assertThat(Path.of(first)).hasContent("one");
  }

  @Test
  void aFileThatIsNotThereIsSaidByTheParser() throws IOException {
    Path missing = folder.resolve("missing");
    assertThat(new HandedFiles(folder).into(task(missing))).isEqualTo(task(missing));
    try (ParserHost host = open("best");
        ParserHost.Seat seat = host.seat()) {
      Object result =
          seat.parse(
              task(missing), DocumentSource.of(locked()), ParseLimits.DEFAULT, new Recording());
      assertThat(result.toString()).contains("CONFIGURATION_INVALID", "passwordFile");
    }
  }

  private static boolean locks() {
    return Machine.here().isPresent() && Runtime.version().feature() >= 22;
  }

  private static ParserTask task(Path passwords) {
    return new ParserTask(
        PdfParserProvider.class.getName(),
        StageConfig.of(Map.of("passwordFile", passwords.toString())),
        MediaType.PDF);
  }

  /** What the parser answers and reads. */
  private String said(ParserHost.Seat seat) throws IOException {
    Path passwords = Files.writeString(folder.resolve("passwords"), SECRET);
    Recording recording = new Recording();
    Object result =
        seat.parse(task(passwords), DocumentSource.of(locked()), ParseLimits.DEFAULT, recording);
    StringBuilder said = new StringBuilder(result.toString());
    for (Block block : recording.blocks()) {
      said.append(block.bare() instanceof Block.Paragraph it ? it.text().value() : "");
    }
    return said.toString();
  }

  private static ParserHost open(String sandbox) throws IOException {
    return new ProcessHostProvider()
        .open(StageConfig.of(Map.of("sandbox", sandbox, "spares", "0")));
  }

  private static byte[] locked() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
        content.newLineAtOffset(60, 700);
        content.showText("Behind the lock");
        content.endText();
      }
      document.protect(new StandardProtectionPolicy("owner", SECRET, new AccessPermission()));
      document.save(out);
    }
    return out.toByteArray();
  }
}
