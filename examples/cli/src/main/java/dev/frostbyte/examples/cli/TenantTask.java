package dev.frostbyte.examples.cli;

import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * A command about one tenant, whose name comes first; its own name is the purpose that the log
 * keeps. One thread.
 */
@Command
abstract class TenantTask extends Task {
  @Parameters(index = "0", paramLabel = "TENANT", description = "Name of the tenant.")
  private @Nullable TenantId tenant;

  /** Does the work and says how it ended; the session is closed by whoever calls. */
  abstract ExitCode run(TenantSession session, Frostbyte frostbyte) throws IOException;

  /** Whether it is a step of two, which two persons take. */
  boolean takesTwo() {
    return false;
  }

  /** What it reads besides what is always read. */
  Readers readers() {
    return Readers.USUAL;
  }

  @Override
  final ExitCode run(Frostbyte frostbyte) throws IOException {
    Readers readers = readers();
    Caller caller = takesTwo() ? frostbyte.person(words()) : frostbyte.caller(words());
    return frostbyte.withTenant(given(tenant), caller, readers, session -> run(session, frostbyte));
  }
}
