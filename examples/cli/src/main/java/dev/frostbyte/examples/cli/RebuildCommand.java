package dev.frostbyte.examples.cli;

import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.tenant.TenantId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes rows and indexes anew. */
@Command(
    name = "rebuild",
    header = "Throws rows and indexes away and makes them anew from objects and journal.",
    footer = "Example:  frostbyte rebuild acme")
final class RebuildCommand extends Task {
  @Parameters(paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(
        given(tenant),
        "rebuild",
        session -> {
          session.rebuild();
          DocumentStore.Counts counts = session.counts();
          frostbyte.answer(
              Json.object()
                  .put("tenant", session.tenant().value())
                  .put("documents", counts.documents())
                  .put("chunks", counts.chunks()),
              "Rebuilt: " + counts.documents() + " documents, " + counts.chunks() + " passages.");
          return ExitCode.DONE;
        });
  }
}
