package dev.frostbyte.core.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it can be told that this report is what was signed, who signs by hand, and, for auditors, the
 * evidence. Stateless.
 */
final class SignaturePart {
  private static final String BOUND =
      "The fingerprint of what this report says was written into the audit log before the report was made, and the"
          + " fingerprint of this file after it. If one letter of the file is changed, the command below finds it.";
  private static final String DETAILS =
      "Without that command: compare the SHA-256 of this file with the field file of the entry of type export.made that"
          + " follows the entry named here. The digest is the SHA-256 of the report in its JSON form, without the signature.";

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
        "I have read this report. The files listed as stored or unchanged are accepted. Those under 'Required vendor fixes'"
            + " are not, and about those that wait for a reviewer nothing is decided yet.");
    sheet.signing(roles(report));
  }

  private static void signed(BatchReport report, ReportSignature signature, Sheet sheet) {
    sheet.paragraph("", BOUND);
    sheet.terms();
    sheet.term("Report", signature.reportId());
    sheet.term("Made", Plain.time(signature.time()));
    sheet.term(
        "To check it",
        "frostbyte report " + report.tenant() + " " + report.batch() + " --check FILE");
  }

  /** Says it in the words of the field. */
  static void details(ReportSignature signature, Sheet sheet) {
    sheet.section("Signature, for auditors");
    sheet.paragraph("", DETAILS);
    sheet.terms();
    sheet.term("Digest of what it says, SHA-256", signature.digest().hex());
    sheet.term("Log", signature.receipt().origin());
    sheet.term("Entry of the log", Long.toString(signature.receipt().index()));
    sheet.term("Leaf hash of the entry", signature.receipt().leafHash().hex());
    sheet.paragraph(
        "",
        "The signed checkpoint of the log, which covers that entry (Ed25519, C2SP tlog-checkpoint):");
    sheet.verbatim(signature.checkpoint().note().stripTrailing());
  }

  private static List<String> roles(BatchReport report) {
    List<String> roles = new ArrayList<>(List.of("Sender", "Receiver"));
    Summary summary = report.whole();
    if (summary.held() + summary.quarantined() > 0) {
      roles.add("Reviewer");
    }
    if (!report.personal().isEmpty()) {
      roles.add("Data protection");
    }
    return roles;
  }
}
