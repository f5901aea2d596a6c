package dev.frostbyte.examples.cli;

import dev.frostbyte.core.TenantSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Releases a quarantined document. */
@Command(
    name = "release",
    header = "Releases a quarantined document that another person approved.",
    description = "It is read again, and all checks run; what was approved labels it from then on.",
    footer =
        "Example:  frostbyte review release acme doc_0123... --token rev_4567... --reason \"...\"")
final class ReviewReleaseCommand extends ReviewDecision {
  @Mixin private Allowing allowing = new Allowing();

  @Override
  Readers readers() {
    return allowing.readers(this);
  }

  @Override
  ExitCode decide(Frostbyte frostbyte, TenantSession session, Given given) {
    return tell(
        frostbyte, session.reviews().release(given.document(), given.token(), given.reason()));
  }
}
