package dev.frostbyte.core.inspect;

import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects what in a text speaks for which class, by title, opening and typical phrases. Looks at
 * the first 20,000 and the last 2,000 code points. Thread-safe.
 */
final class ClassEvidence {
  /** Raised with every change of the rules or of this class. */
  static final String VERSION = "class.rules.2";

  private static final int BEGINNING = 20_000;
  private static final int END = 2_000;
  private static final int TITLE_LINES = 6;
  private static final int TITLE_WORDS = 12;
  private static final int OPENING_LINES = 25;
  private static final int MOST_PHRASES = 4;

  private final List<ClassRule> rules = ClassRules.load();
  private final Folding folding = new Folding();

  /** The finding that names the version, then the evidence; all of it about the whole text. */
  List<Finding> of(TextName name, String text) {
    int[] points = text.codePoints().toArray();
    Parts parts = parts(points);
    Span whole = Span.of(name, 0, points.length);
    List<Finding> findings = new ArrayList<>();
    findings.add(finding(VERSION, DocumentClass.OTHER, 0, whole));
    for (ClassRule rule : rules) {
      add(rule, parts.of(rule.part()), whole, findings);
    }
    return findings;
  }

  private static void add(ClassRule rule, List<String> places, Span whole, List<Finding> findings) {
    String id =
        "class." + rule.documentClass().word() + "." + rule.part().name().toLowerCase(Locale.ROOT);
    long phrases =
        rule.phrases().stream().filter(phrase -> stands(" " + phrase + " ", places)).count();
    long counted = rule.part() == ClassRule.Part.BODY ? Math.min(phrases, MOST_PHRASES) : phrases;
    for (int i = 0; i < Math.min(counted, MOST_PHRASES); i++) {
      findings.add(finding(id, rule.documentClass(), rule.score(), whole));
    }
  }

  private static boolean stands(String phrase, List<String> places) {
    return places.stream().anyMatch(place -> place.contains(phrase));
  }

  private static Finding finding(String rule, DocumentClass found, double score, Span span) {
    return new Finding(
        ClassInspectorProvider.NAME, rule, found.word(), Finding.Kind.CLASS, score, span);
  }

  /** Words of the parts of a text, single blanks before, between and after. */
  private record Parts(List<String> titles, String opening, String body) {
    List<String> of(ClassRule.Part part) {
      return switch (part) {
        case TITLE -> titles;
        case OPENING -> List.of(opening);
        case BODY -> List.of(body);
      };
    }
  }

  private Parts parts(int[] text) {
    View beginning = folding.fold(View.of(text, 0, Math.min(text.length, BEGINNING)));
    View end = folding.fold(View.of(text, Math.max(0, text.length - END), text.length));
    List<String> lines =
        beginning.text(0, beginning.length()).lines().map(ClassEvidence::words).toList();
    List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
    List<String> titles =
        written.stream().limit(TITLE_LINES).filter(ClassEvidence::isShort).toList();
    String opening = String.join("", written.stream().limit(OPENING_LINES).toList());
    return new Parts(titles, opening, String.join("", written) + words(end.text(0, end.length())));
  }

  private static boolean isShort(String line) {
    return line.strip().split(" ").length <= TITLE_WORDS;
  }

  private static String words(String line) {
    StringBuilder words = new StringBuilder(" ");
    line.codePoints()
        .forEach(
            point -> {
              if (Character.isLetterOrDigit(point)) {
                words.appendCodePoint(point);
              } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
              }
            });
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }
}
