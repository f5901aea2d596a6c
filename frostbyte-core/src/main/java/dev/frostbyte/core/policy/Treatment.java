package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Finding;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was done with the places in which personal data of one type were found; each place counts
 * once. Immutable.
 *
 * @param redacted replaced by their type in everything that is searched and served
 * @param flagged served as they stand, their passages labelled with the type
 * @param blocked the reason why the whole document is kept from being served
 * @param withheld in what is not served anyway: hidden text, a passage that is kept back, or a
 *     document kept for another reason
 * @param keptBack of those, the places that stand in passages that are kept back alone, while
 *     others of their document are served
 * @param named in the file name, which is kept as it was handed in
 */
public record Treatment(
    int redacted, int flagged, int blocked, int withheld, int keptBack, int named) {
  /** Nothing was found. */
  public static final Treatment NONE = new Treatment(0, 0, 0, 0, 0, 0);

  private static final Treatment REDACTED = new Treatment(1, 0, 0, 0, 0, 0);
  private static final Treatment FLAGGED = new Treatment(0, 1, 0, 0, 0, 0);
  private static final Treatment BLOCKED = new Treatment(0, 0, 1, 0, 0, 0);
  private static final Treatment WITHHELD = new Treatment(0, 0, 0, 1, 0, 0);
  private static final Treatment KEPT_BACK = new Treatment(0, 0, 0, 1, 1, 0);
  private static final Treatment NAMED = new Treatment(0, 0, 0, 0, 0, 1);

  /** How many places were found: each is counted once, those kept back among those withheld. */
  public int places() {
    return redacted + flagged + blocked + withheld + named;
  }

  /** Both together. */
  public Treatment plus(Treatment other) {
    return new Treatment(
        redacted + other.redacted,
        flagged + other.flagged,
        blocked + other.blocked,
        withheld + other.withheld,
        keptBack + other.keptBack,
        named + other.named);
  }

  /**
   * What a gate of this policy does with the findings of a document, by type.
   *
   * @param keptBack findings of ORIGINAL that stand in passages that are kept back, and in no other
   */
  static SortedMap<String, Treatment> of(
      Findings findings, GateDecision decision, GatePolicy policy, Set<Finding> keptBack) {
    boolean stopped =
        decision instanceof GateDecision.Quarantine || decision instanceof GateDecision.Hold;
    SortedMap<String, Treatment> byType = new TreeMap<>();
    for (Finding finding : personal(findings.original())) {
      PersonalAction action = policy.action(finding.family());
      Treatment passed = keptBack.contains(finding) ? KEPT_BACK : served(action);
      add(byType, finding, stopped ? kept(action) : passed);
    }
    for (Finding finding : personal(findings.hidden())) {
      add(byType, finding, stopped ? kept(policy.action(finding.family())) : WITHHELD);
    }
    for (Finding finding : personal(findings.fileName())) {
      boolean blocks = stopped && policy.action(finding.family()) == PersonalAction.BLOCK;
      add(byType, finding, blocks ? BLOCKED : NAMED);
    }
    return Collections.unmodifiableSortedMap(byType);
  }

  /** Of a text that is not served. */
  private static Treatment kept(PersonalAction action) {
    return switch (action) {
      case BLOCK -> BLOCKED;
      case REDACT, FLAG -> WITHHELD;
    };
  }

  /** Of a text that is served. */
  private static Treatment served(PersonalAction action) {
    return switch (action) {
      case BLOCK, REDACT -> REDACTED;
      case FLAG -> FLAGGED;
    };
  }

  private static void add(
      SortedMap<String, Treatment> byType, Finding finding, Treatment treatment) {
    byType.merge(finding.family(), treatment, Treatment::plus);
  }

  /** An empty place holds nothing. */
  private static List<Finding> personal(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.kind() == Finding.Kind.PERSONAL)
        .filter(finding -> finding.span().length() > 0)
        .toList();
  }
}
