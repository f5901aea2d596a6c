package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.RevealRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists requests. */
@Command(
    name = "list",
    header = "Lists requests that can be decided on or read.",
    footer = "Example:  frostbyte reveal list acme")
final class RevealListCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(
        given(tenant),
        "reveal list",
        session -> {
          List<RevealRequest> requests = session.reveals().asked();
          if (requests.isEmpty() && !frostbyte.json()) {
            frostbyte.terminal().out().println("Nobody asks to see anything.");
          }
          requests.forEach(
              request -> frostbyte.answer(RevealLine.json(request), RevealLine.text(request)));
          return ExitCode.DONE;
        });
  }
}
