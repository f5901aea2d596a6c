package dev.frostbyte.core.policy;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A tenant's thresholds and actions. Thresholds count in steps of a thousandth. Immutable.
 *
 * @param flag score from which a document or chunk is flagged, above 0
 * @param quarantine score from which a document is quarantined, above {@code flag}, at most 1
 * @param fallback action for types not named
 * @param personal action by type of personal data, such as {@code EMAIL}
 * @param review confidence below which a classified document is held for a person, 0 to 1; 0 holds
 *     none
 * @param reach what a score from {@code quarantine} on stops
 */
public record GatePolicy(
    double flag,
    double quarantine,
    PersonalAction fallback,
    SortedMap<String, PersonalAction> personal,
    double review,
    Reach reach) {
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]{0,31}");

  /**
   * Flag from 0.3, quarantine whole documents from 0.7, redact all personal data, review below 0.7.
   */
  public static final GatePolicy DEFAULT =
      new GatePolicy(0.3, 0.7, PersonalAction.REDACT, new TreeMap<>(), 0.7, Reach.DOCUMENT);

  /** Rounds and checks the thresholds, checks the names of types and copies the map. */
  public GatePolicy {
    flag = rounded(flag);
    quarantine = rounded(quarantine);
    review = rounded(review);
    if (!(flag > 0 && flag < quarantine && quarantine <= 1)) {
      throw new IllegalArgumentException(
          "thresholds need 0 < flag < quarantine <= 1, got flag "
              + flag
              + " and quarantine "
              + quarantine);
    }
    if (!(review >= 0 && review <= 1)) {
      throw new IllegalArgumentException("review needs 0 to 1, got " + review);
    }
    for (String type : personal.keySet()) {
      if (!TYPE.matcher(type).matches()) {
        throw new IllegalArgumentException(
            "a type of personal data must match " + TYPE + ", such as EMAIL");
      }
    }
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** The same policy, holding nothing for review. */
  GatePolicy withoutReview() {
    return new GatePolicy(flag, quarantine, fallback, personal, 0, reach);
  }

  private static double rounded(double threshold) {
    return Double.isNaN(threshold) ? threshold : Math.round(threshold * 1_000) / 1_000.0;
  }

  /** What becomes of personal data of this type. */
  public PersonalAction action(String type) {
    return personal.getOrDefault(type, fallback);
  }
}
