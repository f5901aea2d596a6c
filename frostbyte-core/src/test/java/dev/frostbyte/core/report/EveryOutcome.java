package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import java.util.List;
import java.util.Map;

/** Files of every outcome, with every remark and with hostile names. */
final class EveryOutcome {
  private static final Scan CLEAN = new Scan(Scan.Verdict.CLEAN, "clamav/1.4.6/27500", "");

  private EveryOutcome() {}

  /** What lay in a file; the second of them brought one more. */
  static List<FileReport> attachments(FileReport mail) {
    FileReport forwarded =
        FileMaker.named("forwarded.msg")
            .id(mail.fileId() + "/2", 72)
            .in(mail.document())
            .bringing(1)
            .make();
    return List.of(
        FileMaker.named("invoice-0816.pdf").id(mail.fileId() + "/1", 71).in(mail.document()).make(),
        forwarded,
        FileMaker.named("plan.xlsx").id(mail.fileId() + "/2/1", 73).in(forwarded.document()).make(),
        FileMaker.named("setup.exe")
            .ended("rejected", problem(ProblemCode.UNSUPPORTED_FORMAT, "The content is a program."))
            .id(mail.fileId() + "/3", 74)
            .in(mail.document())
            .make());
  }

  /** Three files lay in it. */
  static FileReport mail() {
    return FileMaker.named("offer.eml")
        .scanned(CLEAN)
        .kind(DocumentClass.CORRESPONDENCE, 0.9, false)
        .bringing(3)
        .id("file-14", 54)
        .make();
  }

  static List<FileReport> files() {
    return List.of(
        FileMaker.named("invoices/2026/invoice-0815.pdf").scanned(CLEAN).make(),
        doubtful(),
        FileMaker.named("brief.txt")
            .scanned(CLEAN)
            .text("text/plain", new TextEncoding("windows-1252", TextEncoding.Basis.ASSUMED))
            .kind(DocumentClass.CORRESPONDENCE, 0.81, false)
            .treated(
                Map.of(
                    "EMAIL",
                    new Treatment(2, 0, 0, 0, 0, 1),
                    "NAME",
                    new Treatment(0, 3, 0, 0, 0, 0)))
            .make(),
        FileMaker.named("table.csv")
            .scanned(CLEAN)
            .text("text/csv", new TextEncoding("UTF-8", TextEncoding.Basis.DETECTED))
            .extracted(new Completeness(-1, 900, 0, 0))
            .hidden(Map.of(HiddenChannel.METADATA, 3))
            .make(),
        FileMaker.named("minutes.md")
            .scanned(CLEAN)
            .withheld(2)
            .injection(0.9)
            .found(Map.of("addressed", 2))
            .make(),
        FileMaker.named("policy.md").scanned(CLEAN).ended("unchanged", null).make(),
        hostile(),
        held(),
        FileMaker.named("tax\u202Efdp.exe")
            .ended(
                "rejected",
                problem(
                    ProblemCode.TYPE_MISMATCH, "The name ends in .exe, the content is no program."))
            .make(),
        FileMaker.named("gone.docx")
            .ended(
                "rejected",
                problem(ProblemCode.FILE_MISSING, "The manifest names it; it is not there."))
            .absent()
            .make(),
        FileMaker.named("full-disk.docx")
            .ended("failed", problem(ProblemCode.STORAGE_FAILED, "There is no room on the disk."))
            .absent()
            .make(),
        FileMaker.named("\u5951\u7D04\u66F8 \u05D7\u05D5\u05D6\u05D4 \u0639\u0642\u062F.pdf")
            .scanned(CLEAN)
            .ended(
                "failed",
                problem(
                    ProblemCode.PARSER_TIMEOUT, "Reading took longer than the 60 seconds allowed."))
            .make(),
        FileMaker.named("(erased)").erased("stored").make());
  }

  private static FileReport doubtful() {
    return FileMaker.named("scans/delivery note " + "very-long-name-".repeat(9) + ".pdf")
        .scanned(CLEAN)
        .extracted(Reports.share(431, 900))
        .complete(false)
        .lost(
            List.of(
                new DroppedContent("image", "NO_TEXT", 2, 3),
                new DroppedContent("recognised-text", "LOW_CONFIDENCE", 3, 1)))
        .attempts(List.of(new Attempt("pdf/1", "NO_TEXT", 0), new Attempt("ocr/2", "READ", 0.712)))
        .hidden(Map.of(HiddenChannel.COLOUR, 2, HiddenChannel.METADATA, 1))
        .kind(DocumentClass.OTHER, 0.7, true)
        .make();
  }

  private static FileReport hostile() {
    return FileMaker.named("<script>alert(1)</script>|`x`|[a](javascript:b)\n# h.html")
        .scanned(CLEAN)
        .ended(
            "quarantined",
            problem(ProblemCode.INJECTION_DETECTED, "Text that addresses a machine scored 0.94."))
        .injection(0.94)
        .found(Map.of("override", 2))
        .make();
  }

  private static FileReport held() {
    return FileMaker.named("letter.eml")
        .scanned(CLEAN)
        .ended("held", problem(ProblemCode.REVIEW_REQUIRED, "Its kind is only 55 % certain."))
        .kind(DocumentClass.LEGAL_FILING, 0.55, false)
        .treated(Map.of("IBAN", new Treatment(0, 0, 0, 1, 0, 0)))
        .make();
  }

  private static Problem problem(ProblemCode code, String message) {
    return Problem.of(code, message);
  }
}
