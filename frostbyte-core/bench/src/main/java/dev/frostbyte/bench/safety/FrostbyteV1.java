package dev.frostbyte.bench.safety;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The scorer of the first plan of this product, for comparison only: ten pattern families, a capped
 * sum, no normalisation. Bare code points are counted as invisible wherever they stand.
 */
final class FrostbyteV1 {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Family IMPERATIVE =
      family(0.7, "do not mention|never reveal|always say|you must respond");
  private static final Family SECOND_PERSON = family(0.7, "your new role|from now on you");
  private static final List<Family> FAMILIES =
      List.of(
          family(1, "ignore previous instructions|forget (?:everything )?above"),
          family(1, "you are now|act as if you have no restrictions"),
          family(0.8, "(?:reveal|show|print) your (?:system )?prompt"),
          family(1, "```system|#+ *instructions:|<\\|im_start\\|>system"),
          family(1, "(?:disregard|override) (?:all )?(?:previous|above)|new instructions:"),
          family(1, "you have no (?:content )?policy|ignore safety"),
          family(0.8, "in your next response (?:always|you must)"),
          family(0.8, "(?:decode this|execute): *[A-Za-z0-9+/=]{20,}"),
          IMPERATIVE,
          SECOND_PERSON);
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF\\u034F]");
  private static final int LONG = 500;

  private FrostbyteV1() {}

  /** A family of patterns and its weight. */
  private record Family(double severity, Pattern pattern) {
    long count(String text) {
      return pattern.matcher(text).results().count();
    }
  }

  private static Family family(double severity, String pattern) {
    return new Family(severity, Pattern.compile(pattern, FLAGS));
  }

  /** 0 to 1. */
  static double score(String text) {
    double patterns =
        FAMILIES.stream().mapToDouble(f -> f.severity() * Math.min(0.2 * f.count(text), 1)).sum();
    long found = FAMILIES.stream().filter(family -> family.count(text) > 0).count();
    double invisible =
        (double) INVISIBLE.matcher(text).results().count() / Math.max(1, text.length());
    boolean ordered = IMPERATIVE.count(text) > 0 && SECOND_PERSON.count(text) > 0;
    double score = Math.min(0.4, 0.4 * patterns) + Math.min(0.3, 10 * invisible);
    score += ordered ? 0.2 : 0;
    score += found >= 3 && text.length() > LONG ? 0.1 : 0;
    return Math.min(1, score);
  }
}
