package dev.frostbyte.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How it can be told that this report is what was signed; then who signs by hand. Stateless. */
final class SignaturePart {
  private static final String BOUND =
      "What this report says was written into the audit log before the report was made, and the SHA-256 of this file after"
          + " it. One changed byte is found by the command below, or by comparing the SHA-256 of the file with the log's"
          + " entry of type export.made that follows entry ";

  private SignaturePart() {}

  static void write(BatchReport report, @Nullable ReportSignature signature, Sheet sheet) {
    sheet.section("Signature of this report");
    if (signature == null) {
      sheet.paragraph(
          "wait", "This copy is not signed. Ask for a signed report where evidence is needed.");
    } else {
      signed(report, signature, sheet);
    }
    sheet.section("Sign-off");
    sheet.paragraph(
        "",
        "I have read this report. The files that are stored are accepted; what is listed under 'Required vendor fixes' is"
            + " not.");
    sheet.signing(roles(report));
  }

  private static void signed(BatchReport report, ReportSignature signature, Sheet sheet) {
    sheet.paragraph("", BOUND + signature.receipt().index() + ".");
    sheet.terms();
    sheet.term("Report", signature.reportId());
    sheet.term("Made", Plain.time(signature.time()));
    sheet.term("Digest of what it says, SHA-256", signature.digest().hex());
    sheet.term("Log", signature.receipt().origin());
    sheet.term("Entry of the log", Long.toString(signature.receipt().index()));
    sheet.term("Leaf hash of the entry", signature.receipt().leafHash().hex());
    sheet.term(
        "To check it",
        "frostbyte report " + report.tenant() + " " + report.batch() + " --check FILE");
    sheet.paragraph(
        "",
        "The signed checkpoint of the log, which covers that entry (Ed25519, C2SP tlog-checkpoint):");
    sheet.verbatim(signature.checkpoint().note().stripTrailing());
  }

  private static List<String> roles(BatchReport report) {
    List<String> roles = new ArrayList<>(List.of("Sender", "Receiver"));
    Summary summary = report.summary();
    if (summary.held() + summary.quarantined() > 0) {
      roles.add("Reviewer");
    }
    if (!report.personal().isEmpty()) {
      roles.add("Data protection");
    }
    return roles;
  }
}
