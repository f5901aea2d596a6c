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
 */
public record GatePolicy(
    double flag,
    double quarantine,
    PersonalAction fallback,
    SortedMap<String, PersonalAction> personal) {
  /** Flag from 0.3, quarantine from 0.7, redact all personal data. */
  public static final GatePolicy DEFAULT =
      new GatePolicy(0.3, 0.7, PersonalAction.REDACT, new TreeMap<>());

  /** Checks the thresholds and copies the map. */
  public GatePolicy {
    if (!(flag > 0 && flag < quarantine && quarantine <= 1)) {
      throw new IllegalArgumentException(
          "thresholds need 0 < flag < quarantine <= 1, got flag "
              + flag
              + " and quarantine "
              + quarantine);
    }
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** What becomes of personal data of this type. */
  public PersonalAction action(String type) {
    return personal.getOrDefault(type, fallback);
  }
}
