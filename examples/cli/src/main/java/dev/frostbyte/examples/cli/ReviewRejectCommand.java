package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.core.TenantSession;
import picocli.CommandLine.Command;

/** Rejects a document. */
@Command(
    name = "reject",
    header = "Keeps a document from being served: quarantines a held one, takes an approval back.",
    footer =
        "Example:  frostbyte review reject acme doc_0123... --token rev_4567... --reason \"...\"")
final class ReviewRejectCommand extends ReviewDecision {
  @Override
  ExitCode decide(Frostbyte frostbyte, TenantSession session, Given given) {
    AuditReceipt receipt =
        session.reviews().reject(given.document(), given.token(), given.reason());
    frostbyte.answer(
        ReviewLine.decided(given.document(), "rejected", receipt), "Rejected. It is not served.");
    return ExitCode.DONE;
  }
}
