package dev.frostbyte.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest times a journal names, so that a term that once ended does not begin again when the
 * clock is set back: of any place it tells the newest time written behind it. Keeps one time for
 * each time the clock went back, and the newest. Thread-safe.
 */
final class Moments {
  /** So much may clocks of two hosts, or one that is set right, differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** Each is newer than all behind it, so they fall from the first to the last. */
  private final TreeMap<Long, Instant> newest = new TreeMap<>();

  /** Takes up where a snapshot ended. */
  synchronized void addAll(Map<Long, Instant> moments) {
    moments.forEach(this::take);
  }

  synchronized SortedMap<Long, Instant> all() {
    return new TreeMap<>(newest);
  }

  /** Takes the time of an entry; entries may come in any order, and again. */
  synchronized void take(long index, Instant time) {
    Map.Entry<Long, Instant> behind = newest.ceilingEntry(index);
    if (behind != null && !behind.getValue().isBefore(time)) {
      return;
    }
    Map.Entry<Long, Instant> before = newest.floorEntry(index);
    while (before != null && !before.getValue().isAfter(time)) {
      newest.remove(before.getKey());
      before = newest.floorEntry(index);
    }
    newest.put(index, time);
  }

  /** The newest time of all entries behind one. */
  synchronized Optional<Instant> behind(long index) {
    return Optional.ofNullable(newest.higherEntry(index)).map(Map.Entry::getValue);
  }

  /**
   * Whether a term is over that an entry began: by the clock, by any entry behind it, and also when
   * the clock shows a time before the entry, since then nobody knows how long ago it was.
   *
   * @param began time of the entry
   */
  boolean isOver(long index, Instant began, Instant until, Instant now) {
    return now.isAfter(until)
        || now.isBefore(began.minus(CLOCKS_DIFFER))
        || behind(index).filter(time -> time.isAfter(until)).isPresent();
  }
}
