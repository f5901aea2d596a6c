package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.Reviews;
import dev.frostbyte.core.TenantSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Approves a document. */
@Command(
    name = "approve",
    header = "Lets a held document be served, or asks for the release of a quarantined one.",
    description =
        "A quarantined document is served once another person runs review release, within 24 hours.",
    footer =
        "Example:  frostbyte review approve acme doc_0123... --token rev_4567... --reason \"...\"")
final class ReviewApproveCommand extends ReviewDecision {
  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description =
          "What kind of document a held one is: contract, invoice, sop, policy, correspondence,"
              + " legal_filing or other. Default: what the rules took it for.")
  private @Nullable DocumentClass kind;

  @Override
  ExitCode decide(Frostbyte frostbyte, TenantSession session, Given given) {
    Review review = session.reviews().show(given.document());
    return switch (review.state()) {
      case HELD -> tell(frostbyte, accept(session.reviews(), review, given));
      case QUARANTINED -> approve(frostbyte, session, given);
    };
  }

  private DocumentOutcome accept(Reviews reviews, Review review, Given given) {
    DocumentClass decided = kind == null ? review.classification().documentClass() : kind;
    return reviews.accept(given.document(), given.token(), decided, given.reason());
  }

  private static ExitCode approve(Frostbyte frostbyte, TenantSession session, Given given) {
    AuditReceipt receipt =
        session.reviews().approve(given.document(), given.token(), given.reason());
    String names = session.tenant() + " " + given.document() + " --token " + given.token();
    frostbyte.answer(
        ReviewLine.decided(given.document(), "approved", receipt),
        "Approved. It is served once another person runs, within 24 hours:\n  "
            + frostbyte.next("review release " + names + " --reason \"...\""));
    return ExitCode.DONE;
  }
}
