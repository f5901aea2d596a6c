package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
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
  /** Losses of one document that get an event each; one more counts the rest. */
  private static final int MOST_LOSSES = 100;

  /** What a parser calls a kind is its own affair, so a name that could carry content is none. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,47}");

  private static final int MOST_TYPES = 200;

  private Facts() {}

  static SortedMap<String, Object> code(Problem problem) {
    return new TreeMap<>(Map.of("code", problem.code().name()));
  }

  /** What each loss of a document is told by. */
  static Stream<SortedMap<String, Object>> dropped(List<DroppedContent> losses) {
    long rest = losses.stream().skip(MOST_LOSSES).mapToLong(DroppedContent::count).sum();
    Stream<DroppedContent> first = losses.stream().limit(MOST_LOSSES);
    DroppedContent others =
        new DroppedContent("further", "NOT_LISTED", 0, (int) Math.min(rest, Integer.MAX_VALUE));
    return (rest == 0 ? first : Stream.concat(first, Stream.of(others))).map(Facts::loss);
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

  private static String name(String given) {
    return NAME.matcher(given).matches() ? given : "unnamed";
  }
}
