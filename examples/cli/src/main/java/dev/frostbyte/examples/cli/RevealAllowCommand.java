package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.core.Reveals;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Says that a request is allowed. */
@Command(
    name = "allow",
    header = "Lets whoever asked read what was found, as another person.",
    footer = "Example:  frostbyte reveal allow acme 01890a5d-... --reason \"...\"")
final class RevealAllowCommand extends RevealDecision {
  RevealAllowCommand() {
    super("allowed");
  }

  @Override
  AuditReceipt decide(Reveals reveals, UUID request, String reason) {
    return reveals.allow(request, reason);
  }
}
