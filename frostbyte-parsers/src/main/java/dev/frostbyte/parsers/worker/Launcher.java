package dev.frostbyte.parsers.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * How a child is brought to life: what stands in front of its Java command, and who starts it.
 * Another way to contain parsers altogether is another {@link dev.frostbyte.api.spi.HostProvider}.
 * Thread-safe; closing may end every child it started.
 */
sealed interface Launcher extends AutoCloseable permits Launcher.Plain, BubblewrapLauncher {
  /**
   * The whole command line.
   *
   * @param java the command that would run the child with nothing around it
   * @param code what the child must be able to read
   * @param folder the child's own, the only place it may write to
   */
  List<String> command(List<String> java, CodePath code, Path folder);

  /** Starts it. */
  Process start(ProcessBuilder builder) throws IOException;

  @Override
  void close();

  /** Nothing around the child. */
  record Plain() implements Launcher {
    @Override
    public List<String> command(List<String> java, CodePath code, Path folder) {
      return java;
    }

    @Override
    public Process start(ProcessBuilder builder) throws IOException {
      return builder.start();
    }

    @Override
    public void close() {}
  }
}
