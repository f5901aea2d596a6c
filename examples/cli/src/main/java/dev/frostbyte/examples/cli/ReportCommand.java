package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.BatchSummary;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.ReportFormat;
import dev.frostbyte.core.report.SignedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the acceptance report of a batch, or checks one that was written. */
@Command(
    name = "report",
    header = "Writes the signed acceptance report of a batch, or checks a file that is one.",
    description = {
      "Without BATCH it lists the batches of the tenant, the newest last.",
      "",
      "Every report that is written has two entries in the audit log: the digest of what it says, and the SHA-256 of"
          + " the file. --check tells whether a file is such a report, byte for byte; exit code 3 when it is not."
    },
    footer = {
      "Example:  frostbyte report acme batch-march --out report.html",
      "          frostbyte report acme batch-march --format pdf --out report.pdf",
      "          frostbyte report acme batch-march --check report.pdf"
    })
final class ReportCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "BATCH",
      description = "Id of the batch, as ingest printed it or the manifest names it.")
  private @Nullable BatchId batch;

  @Option(
      names = "--format",
      paramLabel = "html|md|json|pdf",
      description =
          "Form of the report. Default: as FILE of --out ends, else html; json with --json.")
  private @Nullable String format;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private @Nullable Path out;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description = "Tell whether this file is a report of the batch as it was signed.")
  private @Nullable Path check;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    requireFitting();
    ReportFormat wanted = format(frostbyte.json());
    if (wanted == ReportFormat.PDF && out == null && check == null) {
      throw misuse("A PDF goes into a file: name it with --out FILE.");
    }
    if (out != null) {
      requireWritable("--out", out);
    }
    return frostbyte.withTenant(
        given(tenant),
        "report",
        session -> {
          if (batch == null) {
            return list(session, frostbyte);
          }
          return check == null
              ? report(session, wanted, frostbyte)
              : new ReportChecking(frostbyte).check(session, batch, check);
        });
  }

  private void requireFitting() {
    if (batch == null && (out != null || check != null || format != null)) {
      throw misuse("--out, --format and --check go with a BATCH.");
    }
    if (check != null && (out != null || format != null)) {
      throw misuse("--check looks at a file that is there; it goes without --out and --format.");
    }
  }

  private ReportFormat format(boolean json) {
    if (format != null) {
      return ReportFormat.of(format)
          .filter(known -> known.word().equals(format))
          .orElseThrow(() -> misuse("--format is html, md, json or pdf, not '" + format + "'."));
    }
    if (json) {
      return ReportFormat.JSON;
    }
    return out == null ? ReportFormat.HTML : byName(String.valueOf(out.getFileName()));
  }

  /** A name without an ending says nothing; one of another kind of file says something wrong. */
  private ReportFormat byName(String file) {
    if (file.indexOf('.') < 0) {
      return ReportFormat.HTML;
    }
    return ReportFormat.of(file)
        .orElseThrow(
            () ->
                misuse(
                    "A report is html, md, json or pdf: end the name of --out so, or say --format."));
  }

  private static ExitCode list(TenantSession session, Frostbyte frostbyte) {
    session.batches().forEach(summary -> frostbyte.answer(json(summary), text(summary)));
    return ExitCode.DONE;
  }

  private static ObjectNode json(BatchSummary summary) {
    return Json.object()
        .put("batch", summary.batch().value())
        .put("received", summary.received().toString())
        .put("files", summary.files())
        .put("attachments", summary.attachments())
        .put("complete", summary.complete());
  }

  private static String text(BatchSummary summary) {
    String line =
        String.format(
            Locale.ROOT,
            "%s  %5d %s  %s",
            summary.received(),
            summary.files(),
            summary.files() == 1 ? "file " : "files",
            summary.batch());
    return summary.complete() ? line : line + "  (interrupted; ingest it again)";
  }

  private ExitCode report(TenantSession session, ReportFormat wanted, Frostbyte frostbyte)
      throws IOException {
    SignedReport report = session.signReport(given(batch), wanted);
    if (out == null) {
      frostbyte.terminal().out().print(new String(report.bytes(), StandardCharsets.UTF_8));
      frostbyte.terminal().out().flush();
    } else {
      OutputFile.write(out, report.bytes());
      frostbyte.answer(json(report, out), text(report, out));
    }
    return ExitCode.DONE;
  }

  private static ObjectNode json(SignedReport report, Path file) {
    return Json.object()
        .put("batch", report.report().batch().value())
        .put("out", file.toString())
        .put("format", report.format().word())
        .put("sha256", report.sha256().hex())
        .put("digest", report.signature().digest().hex())
        .set("receipt", Json.receipt(report.signature().receipt()));
  }

  private static String text(SignedReport report, Path file) {
    return "Report written to "
        + file
        + ".\nSHA-256 "
        + report.sha256().hex()
        + ", signed by entry "
        + report.signature().receipt().index()
        + " of "
        + report.signature().receipt().origin()
        + ".";
  }
}
