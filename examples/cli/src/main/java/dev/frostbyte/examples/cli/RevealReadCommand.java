package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Revelation;
import dev.frostbyte.core.TenantSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads what was found. */
@Command(
    name = "read",
    header = "Prints what was found, to whoever asked, once another person allowed it.",
    description = "Can be done once for each request.",
    footer = "Example:  frostbyte reveal read acme 01890a5d-...")
final class RevealReadCommand extends TenantTask {
  @Parameters(index = "1", paramLabel = "REQUEST", description = "Id of the request.")
  private @Nullable UUID request;

  @Override
  boolean takesTwo() {
    return true;
  }

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    Revelation shown = session.reveals().read(given(request));
    frostbyte.answer(RevealLine.json(shown), RevealLine.text(shown));
    return ExitCode.DONE;
  }
}
