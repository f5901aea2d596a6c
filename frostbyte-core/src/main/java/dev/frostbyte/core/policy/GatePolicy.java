package dev.frostbyte.core.policy;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's thresholds and actions. Immutable.
 *
 * @param flag score from which a document or chunk is flagged, above 0
 * @param quarantine score from which a document is quarantined, above {@code flag}, at most 1
 * @param fallback action for types not named
 * @param personal action by type of personal data, such as {@code EMAIL}
 * @param review confidence below which a classified document is held for a person, 0 to 1; 0 holds
 *     none
 */
public record GatePolicy(
    double flag,
    double quarantine,
    PersonalAction fallback,
    SortedMap<String, PersonalAction> personal,
    double review) {
  /** Flag from 0.3, quarantine from 0.7, redact all personal data, review below 0.7. */
  public static final GatePolicy DEFAULT =
      new GatePolicy(0.3, 0.7, PersonalAction.REDACT, new TreeMap<>(), 0.7);

  /** Checks the thresholds and copies the map. */
  public GatePolicy {
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
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** The same policy, holding nothing for review. */
  GatePolicy withoutReview() {
    return new GatePolicy(flag, quarantine, fallback, personal, 0);
  }

  /** What becomes of personal data of this type. */
  public PersonalAction action(String type) {
    return personal.getOrDefault(type, fallback);
  }
}
