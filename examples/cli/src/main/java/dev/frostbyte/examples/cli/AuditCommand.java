package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks, lists or exports a tenant's audit log. */
@Command(
    name = "audit",
    header = "Checks the audit log of a tenant, lists its events, or exports it as a C2SP tree.",
    footer = "Example:  frostbyte audit acme export --out evidence/")
final class AuditCommand extends Task {
  private static final int PAGE = 1_000;

  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(
      index = "1",
      paramLabel = "verify|list|export",
      description = "verify: exit code 3 when the log was tampered with.")
  private @Nullable Action action;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Empty or absent folder that the export goes to.")
  private @Nullable Path out;

  /** What to do with the log. */
  enum Action {
    VERIFY,
    LIST,
    EXPORT
  }

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    Action wanted = given(action);
    if ((wanted == Action.EXPORT) != (out != null)) {
      throw misuse("--out DIR goes with export, and export needs it.");
    }
    return frostbyte.withTenant(
        given(tenant),
        "audit",
        session ->
            switch (wanted) {
              case VERIFY -> verify(session, frostbyte);
              case LIST -> list(session, frostbyte);
              case EXPORT -> export(session, given(out), frostbyte);
            });
  }

  private static ExitCode verify(TenantSession session, Frostbyte frostbyte) {
    Verification verification = session.verifyAudit();
    frostbyte.answer(VerificationLine.json(verification), VerificationLine.text(verification));
    return verification.intact() ? ExitCode.DONE : ExitCode.BROKEN;
  }

  private static ExitCode list(TenantSession session, Frostbyte frostbyte) {
    long next = 0;
    List<AuditEntry> page = session.audit(next, PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> frostbyte.answer(EventLine.json(entry), EventLine.text(entry)));
      next += page.size();
      page = session.audit(next, PAGE);
    }
    return ExitCode.DONE;
  }

  private static ExitCode export(TenantSession session, Path folder, Frostbyte frostbyte)
      throws IOException {
    session.exportAudit(folder);
    String key = frostbyte.verifierKey().orElseThrow();
    frostbyte.answer(
        Json.object().put("out", folder.toString()).put("verifier_key", key),
        "Audit log exported to "
            + folder
            + ".\nVerifier key, to be handed over on another way: "
            + key);
    return ExitCode.DONE;
  }
}
