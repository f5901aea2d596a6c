package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Pipeline;
import java.nio.file.Path;

/**
 * The library as one user of the machine runs it. Immutable.
 *
 * @param user login name
 */
record As(String user) implements Pipelines {
  @Override
  public Pipeline open(Path home, Path keyFile, Readers readers) {
    return LOCAL.open(home, keyFile, readers);
  }

  @Override
  public String person() {
    return user;
  }
}
