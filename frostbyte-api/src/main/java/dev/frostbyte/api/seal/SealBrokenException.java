package dev.frostbyte.api.seal;

import java.io.IOException;

/**
 * Sealed bytes did not open: changed, cut, moved to another place, older than expected, or sealed
 * with another key. The message never says more about the content than this.
 */
public final class SealBrokenException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * Says what did not open.
   *
   * @param what what happened and to which purpose, without content
   */
  public SealBrokenException(String what) {
    super(what);
  }
}
