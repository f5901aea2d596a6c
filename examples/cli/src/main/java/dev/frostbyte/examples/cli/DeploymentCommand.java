package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.core.Pipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks what concerns no tenant's inside. */
@Command(
    name = "deployment",
    header = "Checks the log of logs: who made tenants, used keys, was refused; every sealed root.",
    description = {
      "verify         reads it all again; exit code 3 when it was tampered with",
      "",
      "'audit TENANT verify' reads the tenant's log and what the log of logs says of this tenant."
    },
    footer = "Example:  frostbyte deployment verify")
final class DeploymentCommand extends Task {
  @Parameters(paramLabel = "verify", description = "What to do.")
  private @Nullable Action action;

  /** What to do with the deployment. */
  enum Action {
    VERIFY
  }

  @Override
  ExitCode run(Frostbyte frostbyte) {
    frostbyte.requireHome();
    return switch (given(action)) {
      case VERIFY -> verify(frostbyte);
    };
  }

  private static ExitCode verify(Frostbyte frostbyte) {
    try (Pipeline pipeline = frostbyte.pipeline()) {
      Verification verification = pipeline.verifyAudit();
      frostbyte.answer(VerificationLine.json(verification), VerificationLine.text(verification));
      return verification.intact() ? ExitCode.DONE : ExitCode.BROKEN;
    }
  }
}
