package dev.frostbyte.store.lucene;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;

/**
 * Configuration of the index.
 *
 * @param cacheMegabytes opened blocks kept in memory
 * @param bufferMegabytes changes gathered before they are written
 * @param candidates fewest neighbours an approximate search looks for
 */
record IndexSettings(int cacheMegabytes, int bufferMegabytes, int candidates) {
  static final IndexSettings DEFAULTS = new IndexSettings(256, 16, 100);

  IndexSettings checked() {
    requireRange("cacheMegabytes", cacheMegabytes, 16_384);
    requireRange("bufferMegabytes", bufferMegabytes, 1024);
    requireRange("candidates", candidates, 10_000);
    return this;
  }

  long cacheBytes() {
    return cacheMegabytes * 1024L * 1024L;
  }

  private static void requireRange(String key, int value, int most) {
    if (value < 1 || value > most) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID, key + " is " + value + ", must be 1 to " + most + ".");
    }
  }
}
