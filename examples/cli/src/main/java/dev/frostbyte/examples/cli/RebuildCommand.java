package dev.frostbyte.examples.cli;

import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.core.TenantSession;
import picocli.CommandLine.Command;

/** Makes rows and indexes anew. */
@Command(
    name = "rebuild",
    header = "Throws rows and indexes away and makes them anew from objects and journal.",
    footer = "Example:  frostbyte rebuild acme")
final class RebuildCommand extends TenantTask {
  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    session.rebuild();
    DocumentStore.Counts counts = session.counts();
    frostbyte.answer(
        Json.object()
            .put("tenant", session.tenant().value())
            .put("documents", counts.documents())
            .put("chunks", counts.chunks()),
        "Rebuilt: " + counts.documents() + " documents, " + counts.chunks() + " passages.");
    return ExitCode.DONE;
  }
}
