package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Review;
import dev.frostbyte.core.TenantSession;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists what waits. */
@Command(
    name = "list",
    header = "Lists documents that are held or quarantined.",
    footer = "Example:  frostbyte review list acme")
final class ReviewListCommand extends TenantTask {
  private static final int PAGE = 100;

  @Override
  ExitCode run(TenantSession session, Frostbyte frostbyte) {
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
