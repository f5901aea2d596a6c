package dev.frostbyte.store.h2;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;

/**
 * Configuration of the row store.
 *
 * @param cacheKilobytes pages kept in memory
 */
record RowSettings(int cacheKilobytes) {
  static final RowSettings DEFAULTS = new RowSettings(2048);

  private static final int LEAST = 64;
  private static final int MOST = 1024 * 1024;

  RowSettings checked() {
    if (cacheKilobytes < LEAST || cacheKilobytes > MOST) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "cacheKilobytes is " + cacheKilobytes + ", must be " + LEAST + " to " + MOST + ".");
    }
    return this;
  }
}
