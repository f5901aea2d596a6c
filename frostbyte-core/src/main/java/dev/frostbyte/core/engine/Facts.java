package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.malware.ScanStep;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Waiver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts that events carry in the open: codes, names of kinds, numbers; never content. Stateless.
 */
final class Facts {
  /** Events about losses of one document; what has no place among them is put together by kind. */
  private static final int MOST_LOSSES = 101;

  /** What a parser calls a kind is its own affair, so a name that could carry content is none. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,47}");

  private static final int MOST_TYPES = 200;

  /** As much as an event takes. */
  private static final int MOST_FINGERPRINT = 256;

  private Facts() {}

  static SortedMap<String, Object> code(Problem problem) {
    return new TreeMap<>(Map.of("code", problem.code().name()));
  }

  /** How many served documents were judged by other detectors than are configured now. */
  static SortedMap<String, Object> opened(TenantParts parts) {
    long others = parts.catalog().judgedByOthers(parts.stages().detectors()).size();
    SortedMap<String, Object> facts = new TreeMap<>();
    if (others > 0) {
      facts.put("judgedByOthers", others);
    }
    return facts;
  }

  /** How much was read of a document. */
  static SortedMap<String, Object> parsed(CanonicalDocument document) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("pages", (long) document.pages());
    facts.put("elements", (long) document.elements().size());
    facts.put("dropped", (long) document.dropped().size());
    facts.put("complete", document.complete());
    return facts;
  }

  /** How many files lie in a document. */
  static SortedMap<String, Object> brought(OutcomeRecord.Brought files) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(Kinship.ATTACHMENTS, (long) files.taken());
    facts.put(Kinship.LEFT, (long) files.left());
    return facts;
  }

  /** What the gates said of a document. */
  static SortedMap<String, Object> judged(Waiver waiver, Gates.Verdict verdict) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("verdict", verdict.word());
    facts.put("findings", (long) verdict.findings().size());
    facts.put("class", verdict.classification().documentClass().word());
    facts.put("certainty", Math.round(verdict.classification().confidence() * 1_000));
    facts.put("classifier", verdict.classification().version());
    if (!waiver.equals(Waiver.NONE)) {
      facts.put("waived", verdict.findings().stream().filter(waiver::covers).count());
    }
    return facts;
  }

  /**
   * Every parser that was asked, lettered in that order: {@code parserA, outcomeA, qualityA}; the
   * quality in thousandths.
   */
  static SortedMap<String, Object> attempts(List<Attempt> attempts) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("attempts", (long) attempts.size());
    char letter = 'A';
    for (Attempt attempt : attempts) {
      facts.put("parser" + letter, fingerprint(attempt.parser()));
      facts.put("outcome" + letter, attempt.outcome());
      facts.put("quality" + letter, Math.round(attempt.quality() * 1000));
      letter++;
    }
    return facts;
  }

  /** The attempts that an event tells of; none for one that tells of none. */
  static List<Attempt> attempts(SortedMap<String, Object> facts) {
    List<Attempt> attempts = new ArrayList<>();
    char letter = 'A';
    while (facts.get("parser" + letter) instanceof String parser) {
      String outcome = String.valueOf(facts.get("outcome" + letter));
      Object quality = facts.getOrDefault("quality" + letter, 0L);
      attempts.add(
          new Attempt(parser, outcome, quality instanceof Long known ? known / 1000.0 : 0));
      letter++;
    }
    return attempts;
  }

  /** One too long for an event is cut and ends in its hash. */
  private static String fingerprint(String parser) {
    boolean fits = parser.length() <= MOST_FINGERPRINT;
    String shown = parser.replaceAll("[^\\x20-\\x7e]", "?");
    String hash = ContentHash.of(parser.getBytes(StandardCharsets.UTF_8)).hex();
    return fits ? shown : shown.substring(0, MOST_FINGERPRINT - 33) + "#" + hash.substring(0, 32);
  }

  /** What malware scanners said; empty when there are none. */
  static Optional<SortedMap<String, Object>> scan(ScanStep.Outcome outcome) {
    Scan scan = outcome.scan();
    if (scan.verdict() == Scan.Verdict.NOT_CONFIGURED) {
      return Optional.empty();
    }
    SortedMap<String, Object> facts =
        switch (outcome) {
          case ScanStep.Outcome.Passed passed -> new TreeMap<>();
          case ScanStep.Outcome.Infected infected -> code(infected.problem());
          case ScanStep.Outcome.Unscanned unscanned -> code(unscanned.problem());
        };
    facts.put("scan", scan.verdict().word());
    facts.put("scanEngine", shortened(scan.engine()));
    if (!scan.threat().isEmpty()) {
      facts.put("threatName", scan.threat());
    }
    return Optional.of(facts);
  }

  /** What each loss of a document is told by. */
  static Stream<SortedMap<String, Object>> dropped(List<DroppedContent> losses) {
    return Losses.within(MOST_LOSSES, losses).stream().map(Facts::loss);
  }

  /** Which types of personal data were found; empty when none were. */
  static Optional<SortedMap<String, Object>> personal(List<Finding> findings) {
    List<Finding> found =
        findings.stream().filter(finding -> finding.kind() == Finding.Kind.PERSONAL).toList();
    String types =
        found.stream().map(Finding::family).distinct().sorted().collect(Collectors.joining(" "));
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("places", (long) found.size());
    facts.put("types", types.substring(0, Math.min(types.length(), MOST_TYPES)));
    return found.isEmpty() ? Optional.empty() : Optional.of(facts);
  }

  private static SortedMap<String, Object> loss(DroppedContent loss) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("kind", name(loss.kind()));
    facts.put("reason", name(loss.reason()));
    facts.put("page", (long) loss.page());
    facts.put("count", (long) loss.count());
    return facts;
  }

  private static String shortened(String engines) {
    return engines.substring(0, Math.min(engines.length(), MOST_FINGERPRINT));
  }

  private static String name(String given) {
    return NAME.matcher(given).matches() ? given : "unnamed";
  }
}
