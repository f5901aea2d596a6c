package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes files in. */
@Command(
    name = "ingest",
    header = "Takes files and folders in; every file ends in one outcome with a receipt.",
    description =
        "Outcomes: stored, unchanged, held, quarantined, rejected, failed. Links are not followed."
            + " A run that was interrupted is finished by running the command again.",
    footer = "Example:  frostbyte ingest acme letters/ --report report.html")
final class IngestCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PATH",
      description = "Files and folders.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Batch manifest (JSON); its files lie beside it or below PATH.")
  private @Nullable Path manifest;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the signed acceptance report here when done; .md, .json and .pdf say its form,"
              + " else it is HTML.")
  private @Nullable Path report;

  @Mixin private Allowing allowing = new Allowing();

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    if (report != null) {
      requireWritable("--report", report);
    }
    requireThere();
    Batch batch = batch(frostbyte.terminal());
    if (report != null) {
      form(report).requireFitting(batch.files().size());
    }
    Readers readers = allowing.readers(this);
    return frostbyte.withTenant(
        given(tenant),
        frostbyte.caller("ingest"),
        readers,
        session -> ingest(session, batch, frostbyte));
  }

  /** A mistyped path is no file that went missing: nothing is opened for it. */
  private void requireThere() {
    String missing =
        paths.stream()
            .filter(Files::notExists)
            .map(path -> "'" + path + "'")
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw misuse("There is no file or folder " + missing + "; nothing was taken in.");
    }
  }

  private static ReportFormat form(Path report) {
    return ReportFormat.of(report.toString()).orElse(ReportFormat.HTML);
  }

  private Batch batch(Terminal terminal) throws IOException {
    if (manifest != null) {
      return ManifestBatch.read(manifest, paths, terminal);
    }
    if (paths.isEmpty()) {
      throw misuse("Nothing to ingest: name at least one PATH, or a manifest with --manifest.");
    }
    WorkFile.noteEmpty(paths, terminal);
    return Batch.of(paths);
  }

  private ExitCode ingest(TenantSession session, Batch batch, Frostbyte frostbyte)
      throws IOException {
    Tally tally = taken(session, batch, frostbyte);
    if (report != null) {
      OutputFile.write(report, session.signReport(batch.id(), form(report)).bytes());
    }
    if (!frostbyte.json()) {
      frostbyte.terminal().out().println(tally.text(report, given(tenant), frostbyte));
    }
    return tally.exit();
  }

  private static Tally taken(TenantSession session, Batch batch, Frostbyte frostbyte) {
    Tally tally = new Tally(batch.id());
    try (ProgressBar bar = new ProgressBar(frostbyte.terminal(), batch.files().size());
        IngestRun run = session.ingest(batch, bar)) {
      Optional<DocumentOutcome> next = run.next();
      while (next.isPresent()) {
        DocumentOutcome outcome = next.get();
        tally.add(outcome);
        ObjectNode json = OutcomeLine.json(outcome, batch.id());
        bar.above(() -> frostbyte.answer(json, OutcomeLine.brief(outcome)));
        next = run.next();
      }
    }
    return tally;
  }
}
