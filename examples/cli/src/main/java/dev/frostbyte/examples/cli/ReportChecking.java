package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.ReportCheck;
import java.io.IOException;
import java.nio.file.Path;

/** Tells whether a file is a report as it was signed. One thread. */
record ReportChecking(Frostbyte frostbyte) {
  /** A report of the largest batch is smaller; what is larger is none. */
  private static final int MOST_BYTES = 1 << 30;

  ExitCode check(TenantSession session, BatchId batch, Path file) throws IOException {
    ReportCheck check = session.checkReport(batch, SmallFile.bytes(file, MOST_BYTES));
    return switch (check) {
      case ReportCheck.Signed signed -> {
        frostbyte.answer(json(signed, file), text(signed, file));
        yield ExitCode.DONE;
      }
      case ReportCheck.Unknown unknown -> {
        frostbyte.answer(json(unknown, file), text(unknown, batch, file));
        yield ExitCode.BROKEN;
      }
    };
  }

  private static ObjectNode json(ReportCheck.Signed signed, Path file) {
    return object(signed, file)
        .put("signed", true)
        .put("format", signed.format())
        .put("digest", signed.digest().hex())
        .put("time", signed.time().toString())
        .put("current", signed.current())
        .set("receipt", Json.receipt(signed.receipt()));
  }

  private static ObjectNode json(ReportCheck.Unknown unknown, Path file) {
    return object(unknown, file).put("signed", false).put("compared", unknown.known());
  }

  private static ObjectNode object(ReportCheck check, Path file) {
    return Json.object().put("file", file.toString()).put("sha256", check.sha256().hex());
  }

  private static String text(ReportCheck.Signed signed, Path file) {
    String today =
        signed.current()
            ? "The report would say the same today."
            : "A report made today would read otherwise: a document was erased, the batch was handed in"
                + " again, or another version of the program words or works it out differently.";
    return file
        + " is what was signed, byte for byte: made "
        + signed.time()
        + ", entry "
        + signed.receipt().index()
        + " of "
        + signed.receipt().origin()
        + ".\n"
        + today;
  }

  private static String text(ReportCheck.Unknown unknown, BatchId batch, Path file) {
    return file
        + " is NOT a signed report of batch "
        + batch
        + ": none of the "
        + unknown.known()
        + " that were signed has its SHA-256 "
        + unknown.sha256().hex()
        + ".\nIt was changed, or is of another batch or tenant. Ask for the report again.";
  }
}
