package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.BatchSummary;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.BatchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the acceptance report of a batch. */
@Command(
    name = "report",
    header = "Writes the acceptance report of a batch as HTML, or as JSON with --json.",
    description = "Without BATCH it lists the batches of the tenant, the newest last.",
    footer = "Example:  frostbyte report acme batch-march --out report.html")
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
      names = "--out",
      paramLabel = "FILE",
      description = "Write to this file instead of standard output.")
  private @Nullable Path out;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    if (batch == null && out != null) {
      throw misuse("--out FILE goes with a BATCH.");
    }
    return frostbyte.withTenant(
        given(tenant),
        "report",
        session -> batch == null ? list(session, frostbyte) : report(session, frostbyte));
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

  private ExitCode report(TenantSession session, Frostbyte frostbyte) throws IOException {
    BatchReport report = session.report(given(batch));
    String text = frostbyte.json() ? Json.line(ReportJson.of(report)) + "\n" : report.toHtml();
    if (out == null) {
      frostbyte.terminal().out().print(text);
      frostbyte.terminal().out().flush();
    } else {
      OutputFile.write(out, text);
      frostbyte.answer(
          Json.object().put("batch", report.batch().value()).put("out", out.toString()),
          "Report written to " + out + ".");
    }
    return ExitCode.DONE;
  }
}
