package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Weighs findings. Scores combine by noisy-or, {@code 1 - (1 - a)(1 - b)…}, over families: of one
 * family the strongest finding counts, since findings of one family are no independent witnesses
 * and a text that quotes one attack ten times is no attack. Immutable.
 */
public final class Gate {
  private final GatePolicy policy;

  /** A gate under this policy. */
  public Gate(GatePolicy policy) {
    this.policy = policy;
  }

  /** Decides about a document. Thresholds are reached by equality. */
  public GateDecision decide(Findings findings) {
    return decide(findings, Waiver.NONE);
  }

  /** Decides about a document in which a person accepted some rules. */
  public GateDecision decide(Findings findings, Waiver waiver) {
    List<Finding> all = findings.all();
    double score = score(all);
    List<String> families = families(all);
    List<Finding> counted = counted(all, waiver);
    List<Finding> deciding = deciding(findings, waiver);
    if (score(deciding) >= policy.quarantine()) {
      return new GateDecision.Quarantine(score, families, instructions(deciding));
    }
    List<String> blocked = personal(counted, PersonalAction.BLOCK);
    if (!blocked.isEmpty()) {
      return new GateDecision.Quarantine(score, families, blocked(blocked));
    }
    boolean flagged = score >= policy.flag() || !personal(all, PersonalAction.FLAG).isEmpty();
    GateDecision served =
        flagged ? new GateDecision.Flag(score, families) : new GateDecision.Pass(score, families);
    return classify(findings, waiver)
        .filter(found -> found.confidence() < policy.review())
        .<GateDecision>map(found -> new GateDecision.Hold(score, families, unsure(found)))
        .orElse(served);
  }

  /** The decision about a document of which no chunk is left. */
  public GateDecision.Quarantine withheld(Findings findings) {
    List<Finding> all = findings.all();
    return new GateDecision.Quarantine(score(all), families(all), instructions(all));
  }

  /** What decides about the document as a whole, and not about its chunks alone. */
  private List<Finding> deciding(Findings findings, Waiver waiver) {
    Stream<Finding> all =
        switch (policy.reach()) {
          case DOCUMENT -> findings.all().stream();
          case CHUNK -> Stream.of(findings.hidden(), findings.fileName()).flatMap(List::stream);
        };
    return counted(all.toList(), waiver);
  }

  /** What kind of document it is; empty when no inspector classifies and no person decided. */
  public Optional<Classification> classify(Findings findings, Waiver waiver) {
    return waiver
        .documentClass()
        .map(decided -> new Classification(decided, 1, "person", true))
        .or(() -> Classes.of(findings.classes()));
  }

  /** What becomes of the personal data that were found, by type, under this decision. */
  public SortedMap<String, Treatment> treatments(Findings findings, GateDecision decision) {
    return Treatment.of(findings, decision, policy, Set.of());
  }

  /**
   * What becomes of the personal data of a document that is served.
   *
   * @param served findings of ORIGINAL moved to SERVED, in the same order
   * @param chunks the places of each: text, headings, context
   * @param withheld chunks that are neither embedded nor served
   */
  public SortedMap<String, Treatment> treatments(
      Findings findings,
      GateDecision decision,
      List<Finding> served,
      List<List<Span>> chunks,
      BitSet withheld) {
    return Treatment.of(
        findings, decision, policy, keptBack(findings.original(), served, chunks, withheld));
  }

  /** Findings that touch a chunk that is withheld, and none that is not. */
  private static Set<Finding> keptBack(
      List<Finding> original, List<Finding> served, List<List<Span>> chunks, BitSet withheld) {
    List<Span> back = new ArrayList<>();
    List<Span> shown = new ArrayList<>();
    for (int chunk = 0; chunk < chunks.size(); chunk++) {
      (withheld.get(chunk) ? back : shown).addAll(chunks.get(chunk));
    }
    Set<Finding> kept = new HashSet<>();
    for (int finding = 0; finding < served.size() && !back.isEmpty(); finding++) {
      Finding place = served.get(finding);
      if (touches(place, back) && !touches(place, shown)) {
        kept.add(original.get(finding));
      }
    }
    return kept;
  }

  /** Personal data that must not stand in SERVED. */
  public List<Finding> redactions(Findings findings) {
    return findings.original().stream()
        .filter(finding -> finding.kind() == Finding.Kind.PERSONAL)
        .filter(finding -> policy.action(finding.family()) != PersonalAction.FLAG)
        .toList();
  }

  /**
   * Families that label a chunk: those whose findings touch it, when together they reach the flag
   * threshold, and types of personal data that the policy flags.
   *
   * @param served findings moved to SERVED
   * @param chunk its places: text, headings, context
   */
  public List<String> chunkFlags(List<Finding> served, List<Span> chunk) {
    List<Finding> touching = touching(served, chunk);
    TreeSet<String> flags = new TreeSet<>(personal(touching, PersonalAction.FLAG));
    if (score(touching) >= policy.flag()) {
      touching.stream().filter(Gate::isSuspicious).map(Finding::family).forEach(flags::add);
    }
    return List.copyOf(flags);
  }

  /**
   * Which chunks are neither embedded nor served, while the rest of their document is: those that
   * reach the quarantine threshold, and when what is left would still reach it together, all that
   * anything was found in. So nothing is served of a document that would stop it.
   *
   * @param served findings of ORIGINAL moved to SERVED
   * @param chunks the places of each: text, headings, context
   */
  public BitSet withheld(
      Findings findings, List<Finding> served, List<List<Span>> chunks, Waiver waiver) {
    return switch (policy.reach()) {
      case DOCUMENT -> new BitSet();
      case CHUNK -> withheld(deciding(findings, waiver), counted(served, waiver), chunks);
    };
  }

  private BitSet withheld(List<Finding> elsewhere, List<Finding> served, List<List<Span>> chunks) {
    BitSet withheld = new BitSet();
    BitSet touched = new BitSet();
    Set<Finding> left = new LinkedHashSet<>(elsewhere);
    for (int chunk = 0; chunk < chunks.size(); chunk++) {
      List<Finding> touching = touching(served, chunks.get(chunk));
      double score = score(touching);
      touched.set(chunk, score > 0);
      withheld.set(chunk, score >= policy.quarantine());
      left.addAll(withheld.get(chunk) ? List.of() : touching);
    }
    return score(left) >= policy.quarantine() ? touched : withheld;
  }

  private static List<Finding> counted(List<Finding> findings, Waiver waiver) {
    return findings.stream().filter(finding -> !waiver.covers(finding)).toList();
  }

  private static List<Finding> touching(List<Finding> served, List<Span> chunk) {
    return served.stream().filter(finding -> touches(finding, chunk)).toList();
  }

  private static boolean touches(Finding finding, List<Span> places) {
    return places.stream().anyMatch(place -> finding.span().overlaps(place));
  }

  /** Noisy-or over the strongest finding of each family of instructions and hidden text. */
  public static double score(Collection<Finding> findings) {
    Map<String, Double> strongest = new TreeMap<>();
    for (Finding finding : findings) {
      if (isSuspicious(finding)) {
        strongest.merge(finding.family(), finding.score(), Math::max);
      }
    }
    if (strongest.size() == 1) {
      return strongest.values().iterator().next();
    }
    return 1
        - strongest.values().stream()
            .mapToDouble(score -> 1 - score)
            .reduce(1, (left, right) -> left * right);
  }

  private static boolean isSuspicious(Finding finding) {
    return switch (finding.kind()) {
      case INSTRUCTION, HIDDEN -> true;
      case PERSONAL, CLASS -> false;
    };
  }

  private List<String> personal(List<Finding> findings, PersonalAction action) {
    return findings.stream()
        .filter(finding -> finding.kind() == Finding.Kind.PERSONAL)
        .map(Finding::family)
        .filter(type -> policy.action(type) == action)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> families(List<Finding> findings) {
    return findings.stream().map(Finding::family).distinct().sorted().toList();
  }

  private Problem instructions(List<Finding> findings) {
    List<String> families = families(findings.stream().filter(Gate::isSuspicious).toList());
    return Problem.of(
        ProblemCode.INJECTION_DETECTED,
        String.format(
            Locale.ROOT,
            "The document tells a machine what to do: %s; certainty %.2f, quarantine from %.2f.",
            families.stream().map(Gate::explained).collect(Collectors.joining("; ")),
            score(findings),
            policy.quarantine()));
  }

  private Problem unsure(Classification found) {
    return Problem.of(
        ProblemCode.REVIEW_REQUIRED,
        String.format(
            Locale.ROOT,
            "It is not clear what kind of document this is: %s with certainty %.2f, review below"
                + " %.2f.",
            found.documentClass().word(),
            found.confidence(),
            policy.review()));
  }

  private static String explained(String family) {
    return FamilyNames.meaning(family) + " (" + family + ")";
  }

  private static Problem blocked(List<String> types) {
    return Problem.of(
        ProblemCode.PII_BLOCKED,
        "The tenant's policy blocks personal data of type "
            + types.stream().map(Gate::explained).collect(Collectors.joining("; "))
            + ".");
  }
}
