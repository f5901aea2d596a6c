package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.core.Reveals;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Says that a request is refused. */
@Command(
    name = "refuse",
    header = "Decides that nobody reads on a request.",
    footer = "Example:  frostbyte reveal refuse acme 01890a5d-... --reason \"...\"")
final class RevealRefuseCommand extends RevealDecision {
  RevealRefuseCommand() {
    super("refused");
  }

  @Override
  AuditReceipt decide(Reveals reveals, UUID request, String reason) {
    return reveals.refuse(request, reason);
  }
}
