package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks, asks, proves or exports a tenant's audit log. */
@Command(
    name = "audit",
    header = "Checks the audit log of a tenant, asks it for events, proves one, or exports all.",
    description = {
      "verify         reads everything again; exit code 3 when the log was tampered with",
      "list           events, all of them or those the options leave",
      "chain DOCUMENT what happened to a document, what that followed from and what followed;"
          + " exit code 3 when an event of the chain is missing",
      "prove INDEX    writes the inclusion proof of an event as a C2SP tlog-proof",
      "export         writes the log as a C2SP tlog-tiles tree",
      "",
      "The last line of list and chain says which entries were asked, the checkpoint over them, and whether the answer"
          + " is complete: only then do the indexes show that no event is missing. With --json it is an object"
          + " \"page\"."
    },
    footer = {
      "Example:  frostbyte audit acme list --type document_published --since 2026-03-01",
      "          frostbyte audit acme list --open --verified",
      "          frostbyte audit acme chain doc_0123456789abcdef0123456789abcdef",
      "          frostbyte audit acme prove 17 --out 17.tlog-proof",
      "          frostbyte audit acme export --out evidence/"
    })
final class AuditCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(
      index = "1",
      paramLabel = "verify|list|chain|prove|export",
      description = "What to do.")
  private @Nullable Action action;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "DOCUMENT|INDEX",
      description = "Document of the chain, or index of the event to prove.")
  private @Nullable String what;

  @Option(
      names = "--out",
      paramLabel = "FILE|DIR",
      description = "File of the proof, or empty or absent folder of the export.")
  private @Nullable Path out;

  @Mixin private AuditFilter filter = new AuditFilter();

  /** What to do with the log. */
  enum Action {
    VERIFY(false, false),
    LIST(false, false),
    CHAIN(false, true),
    PROVE(true, true),
    EXPORT(true, false);

    private final boolean writes;
    private final boolean names;

    Action(boolean writes, boolean names) {
      this.writes = writes;
      this.names = names;
    }
  }

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    Action wanted = given(action);
    requireFitting(wanted);
    return frostbyte.withTenant(
        given(tenant),
        "audit",
        session ->
            switch (wanted) {
              case VERIFY -> verify(session, frostbyte);
              case LIST -> new AuditAnswer(frostbyte).list(session, filter.query(), filter.most());
              case CHAIN -> chain(session, frostbyte);
              case PROVE -> new AuditProof(frostbyte).write(session, index(), given(out));
              case EXPORT -> export(session, given(out), frostbyte);
            });
  }

  private void requireFitting(Action wanted) {
    if (wanted.writes != (out != null)) {
      throw misuse("--out goes with prove and export, and they need it.");
    }
    if (wanted.names != (what != null)) {
      throw misuse("chain needs a DOCUMENT, prove an INDEX; the others take neither.");
    }
    if (wanted != Action.LIST && wanted != Action.CHAIN && filter.given()) {
      throw misuse("Options that pick events go with list and chain.");
    }
    if (wanted == Action.CHAIN && filter.picksAScope()) {
      throw misuse("--subject, --actor and --open go with list; a chain is about its document.");
    }
    checkValues(wanted);
  }

  /** Reads the values before a tenant is opened for them. */
  private void checkValues(Action wanted) {
    try {
      filter.query();
      switch (wanted) {
        case CHAIN -> new DocumentId(given(what));
        case PROVE -> index();
        default -> {}
      }
    } catch (IllegalArgumentException e) {
      throw misuse(String.valueOf(e.getMessage()));
    }
  }

  private long index() {
    String digits = given(what);
    if (!digits.matches("[0-9]{1,18}")) {
      throw misuse("INDEX is the number of an event as 'audit TENANT list' shows it.");
    }
    return Long.parseLong(digits);
  }

  private static ExitCode verify(TenantSession session, Frostbyte frostbyte) {
    Verification verification = session.verifyAudit();
    frostbyte.answer(VerificationLine.json(verification), VerificationLine.text(verification));
    return verification.intact() ? ExitCode.DONE : ExitCode.BROKEN;
  }

  private ExitCode chain(TenantSession session, Frostbyte frostbyte) {
    Scope chain = new Scope.Chain(new DocumentId(given(what)).value());
    return new AuditAnswer(frostbyte).list(session, filter.query().scope(chain), filter.most());
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
