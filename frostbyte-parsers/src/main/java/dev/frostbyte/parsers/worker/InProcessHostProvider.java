package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.HostProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;

/**
 * Makes the host that runs parsers in this JVM, for places where no process can be started, and for
 * debugging. Nothing contains a parser there: one that hangs or fills the memory takes the
 * application with it. Budgets and the preflight hold as ever. No settings.
 */
@Stage(name = "in-process", spi = 1)
public final class InProcessHostProvider implements HostProvider {
  /** For ServiceLoader. */
  public InProcessHostProvider() {}

  @Override
  public ParserHost open(StageConfig config) {
    config.requireNone();
    return new InProcessHost();
  }
}
