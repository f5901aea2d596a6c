package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.List;

/**
 * Joins SERVED to ORIGINAL. Both directions are monotone, so places that do not overlap stay so.
 * Immutable; a place is found by binary search.
 *
 * @param redactions in order, not overlapping
 */
public record RedactionMap(List<Redaction> redactions) {
  /** Nothing redacted: SERVED equals ORIGINAL. */
  public static final RedactionMap IDENTITY = new RedactionMap(List.of());

  /** Checks the order and copies the list. */
  public RedactionMap {
    redactions = List.copyOf(redactions);
    for (int i = 1; i < redactions.size(); i++) {
      Redaction before = redactions.get(i - 1);
      Redaction after = redactions.get(i);
      int kept = after.original().start() - before.original().end();
      if (kept < 0 || after.served().start() - before.served().end() != kept) {
        throw new IllegalArgumentException(
            "redactions must stand in order and leave equal text between, broken at " + i);
      }
    }
  }

  /**
   * Where a place of ORIGINAL stands in SERVED. A mark belongs to the place in which its redaction
   * begins; a place wholly inside a redaction that began before it becomes empty.
   */
  public Span toServed(Span original) {
    require(original, TextName.ORIGINAL);
    return new Span(
        TextName.SERVED, served(original.start()), served(original.end()), original.regions());
  }

  /**
   * Where a place of SERVED came from; a place that touches a mark covers all that was redacted
   * there.
   */
  public Span toOriginal(Span served) {
    require(served, TextName.SERVED);
    int start = original(served.start(), false);
    return new Span(
        TextName.ORIGINAL, start, Math.max(start, original(served.end(), true)), served.regions());
  }

  private int served(int position) {
    int index = before(position, true);
    if (index < 0) {
      return position;
    }
    Redaction last = redactions.get(index);
    return last.served().end() + Math.max(0, position - last.original().end());
  }

  private int original(int position, boolean end) {
    int index = before(position, false);
    if (index < 0) {
      return position;
    }
    Redaction last = redactions.get(index);
    if (position < last.served().end()) {
      return end ? last.original().end() : last.original().start();
    }
    return last.original().end() + position - last.served().end();
  }

  /** Index of the last redaction that begins before the position, or -1. */
  private int before(int position, boolean inOriginal) {
    int low = 0;
    int high = redactions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      Redaction redaction = redactions.get(middle);
      int start = inOriginal ? redaction.original().start() : redaction.served().start();
      low = start < position ? middle + 1 : low;
      high = start < position ? high : middle;
    }
    return low - 1;
  }

  private static void require(Span span, TextName text) {
    if (span.text() != text) {
      throw new IllegalArgumentException(
          "expected a place in " + text + ", got one in " + span.text());
    }
  }
}
