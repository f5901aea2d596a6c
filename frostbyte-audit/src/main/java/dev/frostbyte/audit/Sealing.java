package dev.frostbyte.audit;

import java.time.Duration;

/**
 * When a log signs a root without being asked. Signing does not delay acknowledgements: it begins
 * after those of the entries it covers, and while other callers wait it waits too, until {@link
 * #AT_MOST} times as many entries are under no root, or the time is over.
 *
 * @param entries as soon as so many durable entries are under no signed root
 * @param after this long after the first entry that is under none; also makes durable what was only
 *     recorded
 */
record Sealing(long entries, Duration after) {
  /** Times {@code entries} that may be under no root while callers come without a pause. */
  static final int AT_MOST = 4;

  /** 1,024 entries or one second: an entry's proof exists that soon. */
  static final Sealing STANDARD = new Sealing(1_024, Duration.ofSeconds(1));

  /** Only when asked. */
  static final Sealing ON_REQUEST = new Sealing(Long.MAX_VALUE, Duration.ZERO);

  /** Refuses what would seal all the time. */
  Sealing {
    if (entries < 1 || after.isNegative()) {
      throw new IllegalArgumentException(
          "a log seals itself after at least one entry and no negative time, not after "
              + entries
              + " entries or "
              + after);
    }
  }

  /** Whether so many entries are to be sealed, now that nobody waits, or does. */
  boolean due(long unsealed, boolean waited) {
    return unsealed / (waited ? AT_MOST : 1) >= entries;
  }

  /** Whether the log seals itself at all. */
  boolean byItself() {
    return entries < Long.MAX_VALUE;
  }
}
