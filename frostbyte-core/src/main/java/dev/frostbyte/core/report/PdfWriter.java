package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ContentHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as PDF: A4, tagged, with bookmarks and page numbers, its letters embedded. Same
 * report and signature, same bytes: times come from events, the file's id from the digest. Letters
 * that the embedded font lacks are shown by number, and the last page says so. One thread.
 */
final class PdfWriter {
  private static final String UNDRAWN =
      " not in the font of this form and shown by number, such as [U+6587]; the HTML form shows all.";

  private final BatchReport report;
  private final @Nullable ReportSignature signature;

  PdfWriter(BatchReport report, @Nullable ReportSignature signature) {
    this.report = report;
    this.signature = signature;
  }

  byte[] write(Sheet sheet) {
    try (PDDocument document = new PDDocument()) {
      describe(document, sheet.title());
      PdfFont font = PdfFont.in(document);
      PdfTags tags = new PdfTags(document);
      PdfPages pages = new PdfPages(document, font, tags);
      pages.text("H1", PdfStyle.TITLE, "Acceptance report");
      PdfBlocks blocks = new PdfBlocks(pages, font);
      sheet.parts().forEach(blocks::part);
      if (font.undrawn() > 0) {
        String number = Plain.count(font.undrawn(), "kind of letter is", "kinds of letters are");
        pages.text("P", PdfStyle.SMALL, number + UNDRAWN);
      }
      pages.end("Tenant " + report.tenant() + ", batch " + report.batch());
      tags.end();
      ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written as PDF", e);
    }
  }

  private void describe(PDDocument document, String title) {
    document.setVersion(1.7f);
    document.setDocumentId(ByteBuffer.wrap(digest().bytes()).getLong());
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(title);
    about.setProducer("Frostbyte");
    about.setCreationDate(calendar(signature == null ? report.receivedAt() : signature.time()));
    document.setDocumentInformation(about);
    document.getDocumentCatalog().setLanguage("en");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  /** A signature knows it, so that it is not computed twice. */
  private ContentHash digest() {
    return signature == null ? report.digest() : signature.digest();
  }

  private static Calendar calendar(Instant time) {
    Calendar calendar = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTime(Date.from(time));
    return calendar;
  }
}
