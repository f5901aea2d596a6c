package dev.frostbyte.api.audit;

import java.util.List;

/**
 * What a check of a log found. Immutable.
 *
 * @param entries entries read
 * @param sealed entries covered by the newest checkpoint
 * @param breaks what does not verify, in order; empty when everything does
 */
public record Verification(long entries, long sealed, List<Break> breaks) {
  /** Copies the list. */
  public Verification {
    breaks = List.copyOf(breaks);
  }

  /** Whether everything verifies. */
  public boolean intact() {
    return breaks.isEmpty();
  }

  /**
   * One thing that does not verify.
   *
   * @param index first entry concerned
   * @param what what is wrong, without content
   */
  public record Break(long index, String what) {}
}
