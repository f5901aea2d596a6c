package dev.frostbyte.examples.cli;

import dev.frostbyte.core.RevealRequest;
import dev.frostbyte.core.TenantSession;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists requests. */
@Command(
    name = "list",
    header = "Lists requests that can be decided on or read.",
    footer = "Example:  frostbyte reveal list acme")
final class RevealListCommand extends TenantTask {
  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    List<RevealRequest> requests = session.reveals().asked();
    if (requests.isEmpty() && !frostbyte.json()) {
      frostbyte.terminal().out().println("Nobody asks to see anything.");
    }
    requests.forEach(
        request -> frostbyte.answer(RevealLine.json(request), RevealLine.text(request)));
    return ExitCode.DONE;
  }
}
