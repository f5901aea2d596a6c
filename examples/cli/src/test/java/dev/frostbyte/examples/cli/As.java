package dev.frostbyte.examples.cli;

import dev.frostbyte.core.Pipeline;
import java.nio.file.Path;
import java.util.List;

/**
 * The library as one user of the machine runs it. Immutable.
 *
 * @param user login name
 */
record As(String user) implements Pipelines {
  @Override
  public Pipeline open(Path home, Path keyFile, List<OldFormat> allowed) {
    return LOCAL.open(home, keyFile, allowed);
  }

  @Override
  public String person() {
    return user;
  }
}
