package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.HostProvider;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;

/**
 * Makes the host that runs parsers in child processes. {@code sandbox} is {@code BEST, PLAIN,
 * LOCKED} or {@code BUBBLEWRAP}, see {@link Sandbox}. Keys: {@code children, spares, heapMegabytes,
 * stackKilobytes, documentsPerChild, blockMegabytes, sandbox, startup}. No process is started
 * before the first seat is taken.
 */
@Stage(name = "process", spi = 1)
public final class ProcessHostProvider implements HostProvider {
  /** For ServiceLoader. */
  public ProcessHostProvider() {}

  @Override
  public ParserHost open(StageConfig config) throws IOException {
    ProcessHostConfig settings = config.bind(ProcessHostConfig.DEFAULT);
    return new ProcessHost(settings, new ChildCommand(settings, launcher(settings)));
  }

  private static Launcher launcher(ProcessHostConfig settings) {
    return settings.sandbox() == Sandbox.BUBBLEWRAP
        ? BubblewrapLauncher.find(settings.memoryBytes())
        : new Launcher.Plain();
  }
}
