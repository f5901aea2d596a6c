package dev.frostbyte.store.objects;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;

/**
 * Configuration of the object store.
 *
 * @param shelfFiles most files in one directory
 */
record ObjectSettings(int shelfFiles) {
  static final ObjectSettings DEFAULTS = new ObjectSettings(4096);

  private static final int MOST = 100_000;

  ObjectSettings checked() {
    if (shelfFiles < 1 || shelfFiles > MOST) {
      throw FrostbyteException.of(
          ProblemCode.CONFIGURATION_INVALID,
          "shelfFiles is " + shelfFiles + ", must be 1 to " + MOST + ".");
    }
    return this;
  }
}
