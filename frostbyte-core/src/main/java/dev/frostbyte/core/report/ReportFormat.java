package dev.frostbyte.core.report;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms a report is written in; all say the same. */
public enum ReportFormat {
  /** A page for a browser, one self-contained file without script or request. */
  HTML("html"),
  /** Markdown with tables (GitHub Flavored Markdown). */
  MARKDOWN("md"),
  /** For programs; the keys are those of schema 1.24 of the requirements. */
  JSON("json"),
  /** For printing and signing: A4, tagged, with bookmarks. */
  PDF("pdf");

  /**
   * Every cell is tagged for screen readers, which takes memory; more would be some 2,000 pages.
   */
  private static final int MOST_FILES_OF_A_PDF = 1_000;

  private final String word;

  ReportFormat(String word) {
    this.word = word;
  }

  /** As the command line spells it, and as files end. */
  public String word() {
    return word;
  }

  /** The form of this word, or of a file name that ends so; empty when there is none. */
  public static Optional<ReportFormat> of(String nameOrWord) {
    String ending = nameOrWord.substring(nameOrWord.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.named(ending)).findFirst();
  }

  private boolean named(String ending) {
    return word.equals(ending)
        || (this == MARKDOWN && ending.equals("markdown"))
        || (this == HTML && ending.equals("htm"));
  }

  /**
   * Refuses a report too long for this form.
   *
   * @throws FrostbyteException {@code LIMIT_EXCEEDED}
   */
  public void requireFitting(BatchReport report) {
    requireFitting(report.all().size());
  }

  /**
   * Refuses a form that does not take the report of so many files, before there is one.
   *
   * @throws FrostbyteException {@code LIMIT_EXCEEDED}
   */
  public void requireFitting(int files) {
    if (this == PDF && files > MOST_FILES_OF_A_PDF) {
      throw new FrostbyteException(
          new Problem(
              ProblemCode.LIMIT_EXCEEDED,
              "A PDF lists at most "
                  + MOST_FILES_OF_A_PDF
                  + " files; this batch has "
                  + files
                  + ".",
              "Take the HTML form, which can be printed, or hand in smaller batches."));
    }
  }

  byte[] write(BatchReport report, @Nullable ReportSignature signature) {
    requireFitting(report);
    return switch (this) {
      case HTML -> bytes(HtmlWriter.write(Sheets.of(report, signature)));
      case MARKDOWN -> bytes(MarkdownWriter.write(Sheets.of(report, signature)));
      case JSON -> ReportJson.write(report, signature);
      case PDF -> new PdfWriter(report, signature).write(Sheets.of(report, signature));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
