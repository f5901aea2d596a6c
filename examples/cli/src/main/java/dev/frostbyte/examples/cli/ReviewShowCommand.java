package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.TenantSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one document that waits. */
@Command(
    name = "show",
    header = "Shows why a document waits, where it was found, and the token of a decision.",
    footer = "Example:  frostbyte review show acme doc_0123456789abcdef0123456789abcdef")
final class ReviewShowCommand extends TenantTask {
  @Parameters(index = "1", paramLabel = "DOCUMENT", description = "Id of the document.")
  private @Nullable DocumentId document;

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
    Review review = session.reviews().show(given(document));
    frostbyte.answer(ReviewLine.json(review), ReviewLine.details(review));
    return ExitCode.DONE;
  }
}
