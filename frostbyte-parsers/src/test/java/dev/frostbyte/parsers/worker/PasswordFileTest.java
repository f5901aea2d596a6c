package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
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

/** A file of passwords is a file of the user's, which a child that is locked cannot read. */
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
  void isOutOfReachOfALockedChild() throws IOException {
    boolean locks = Machine.here().isPresent() && Runtime.version().feature() >= 22;
    assumeThat(locks).as("this test needs Linux on x86-64 or aarch64 and Java 22").isTrue();
    try (ParserHost host = open("locked");
        ParserHost.Seat seat = host.seat()) {
      String said = said(seat);
      boolean landlock = host.level().endsWith("landlock");
      assumeThat(landlock).as("this test needs a kernel with Landlock").isTrue();
      assertThat(said).contains("passwordFile").doesNotContain("Behind the lock");
    }
  }

  /** What the parser answers and reads. */
  private String said(ParserHost.Seat seat) throws IOException {
    Path passwords = Files.writeString(folder.resolve("passwords"), SECRET);
    ParserTask task =
        new ParserTask(
            PdfParserProvider.class.getName(),
            StageConfig.of(Map.of("passwordFile", passwords.toString())),
            MediaType.PDF);
    Recording recording = new Recording();
    Object result = seat.parse(task, DocumentSource.of(locked()), ParseLimits.DEFAULT, recording);
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
