package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists what waits. */
@Command(
    name = "list",
    header = "Lists documents that are held or quarantined.",
    footer = "Example:  frostbyte review list acme")
final class ReviewListCommand extends Task {
  private static final int PAGE = 100;

  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  @Override
  ExitCode run(Frostbyte frostbyte) throws IOException {
    return frostbyte.withTenant(given(tenant), "review list", session -> list(session, frostbyte));
  }

  private static ExitCode list(TenantSession session, Frostbyte frostbyte) {
    List<Review> page = session.reviews().waiting("", PAGE);
    if (page.isEmpty() && !frostbyte.json()) {
      frostbyte.terminal().out().println("Nothing waits for a person.");
    }
    while (!page.isEmpty()) {
      page.forEach(review -> frostbyte.answer(ReviewLine.json(review), ReviewLine.text(review)));
      page = session.reviews().waiting(page.getLast().document().value(), PAGE);
    }
    return ExitCode.DONE;
  }
}
