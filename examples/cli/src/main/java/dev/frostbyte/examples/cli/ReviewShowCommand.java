package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Review;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one document that waits. */
@Command(
    name = "show",
    header = "Shows why a document waits, where it was found, and the token of a decision.",
    footer = "Example:  frostbyte review show acme doc_0123456789abcdef0123456789abcdef")
final class ReviewShowCommand extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Parameters(index = "1", paramLabel = "DOCUMENT", description = "Id of the document.")
  private @Nullable DocumentId document;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(
        given(tenant),
        "review show",
        session -> {
          Review review = session.reviews().show(given(document));
          frostbyte.answer(ReviewLine.json(review), ReviewLine.details(review));
          return ExitCode.DONE;
        });
  }
}
