package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.BatchReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the acceptance report of a batch. */
@Command(
    name = "report",
    header = "Writes the acceptance report of a batch as HTML, or as JSON with --json.")
final class ReportCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(
      index = "1",
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
    return frostbyte.withTenant(given(tenant), "report", session -> report(session, frostbyte));
  }

  private ExitCode report(TenantSession session, Frostbyte frostbyte) throws IOException {
    BatchReport report = session.report(given(batch));
    String text = frostbyte.json() ? Json.line(ReportJson.of(report)) + "\n" : report.toHtml();
    if (out == null) {
      frostbyte.terminal().out().print(text);
      frostbyte.terminal().out().flush();
    } else {
      OutputFile.write(out, text);
    }
    return ExitCode.DONE;
  }
}
