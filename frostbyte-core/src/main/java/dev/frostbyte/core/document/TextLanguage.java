package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the language of a text: by its script where the script is one language's, else by the share
 * of words that carry grammar ({@code languages.txt}), after Ingle (1976) and Grefenstette (1995),
 * "Comparing two language identification schemes". Says {@code und} rather than guess. Stateless.
 */
final class TextLanguage {
  private static final int SAMPLE = 20_000;
  private static final int LEAST_LETTERS = 20;
  private static final int LEAST_WORDS = 4;
  private static final double LEAST_SHARE = 0.08;
  private static final int LEAST_KINDS = 3;
  private static final double LEAD = 1.15;

  /** Words of its own a second language has in a text of two, by those of the first. */
  private static final double SECOND = 0.4;

  /** Names of hosts and people say nothing of the language. */
  private static final Pattern ADDRESS =
      Pattern.compile("[a-z][a-z0-9+.-]{1,15}://\\S+|\\S*@\\S+|\\bwww\\.\\S+");

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");
  private static final Map<String, List<String>> LANGUAGES_OF_WORD = load();
  private static final Map<UnicodeScript, String> BY_SCRIPT =
      Map.of(
          UnicodeScript.GREEK, "ell",
          UnicodeScript.HEBREW, "heb",
          UnicodeScript.ARABIC, "ara",
          UnicodeScript.HANGUL, "kor",
          UnicodeScript.HAN, "zho",
          UnicodeScript.THAI, "tha",
          UnicodeScript.DEVANAGARI, "hin",
          UnicodeScript.GEORGIAN, "kat",
          UnicodeScript.ARMENIAN, "hye");

  private TextLanguage() {}

  /**
   * The language a text tells; where it tells none, the one its document declares, if that is one.
   *
   * @param declared ISO 639-3 codes
   */
  static String of(String text, Set<String> declared) {
    String told = of(text);
    boolean unsure = told.equals(CanonicalDocument.UNDETERMINED) && !text.isEmpty();
    return unsure && declared.size() == 1 ? declared.iterator().next() : told;
  }

  /** ISO 639-3 code of a BCP 47 tag; {@code und} when it names no language. */
  static String code(String tag) {
    try {
      String code = Locale.forLanguageTag(tag.strip()).getISO3Language();
      return code.isEmpty() ? CanonicalDocument.UNDETERMINED : code;
    } catch (MissingResourceException e) {
      return CanonicalDocument.UNDETERMINED;
    }
  }

  /** ISO 639-3 code of the language most of this text is written in, by its first part. */
  static String of(String text) {
    String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
    Map<UnicodeScript, Integer> letters = letters(sample);
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    if (all < LEAST_LETTERS) {
      return CanonicalDocument.UNDETERMINED;
    }
    if (kana(letters) * 10 > all) {
      return "jpn";
    }
    UnicodeScript most =
        letters.entrySet().stream().max(Map.Entry.comparingByValue()).get().getKey();
    boolean clear = letters.getOrDefault(most, 0) * 2 > all;
    String byScript = clear ? BY_SCRIPT.get(most) : null;
    return byScript != null ? byScript : byWords(sample);
  }

  private static int kana(Map<UnicodeScript, Integer> letters) {
    return letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
        + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
  }

  private static Map<UnicodeScript, Integer> letters(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(point -> letters.merge(UnicodeScript.of(point), 1, Integer::sum));
    return letters;
  }

  private static String byWords(String text) {
    Map<String, Integer> seen = new HashMap<>();
    int words = 0;
    for (String word :
        BETWEEN.split(ADDRESS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "))) {
      words += word.isEmpty() ? 0 : 1;
      if (LANGUAGES_OF_WORD.containsKey(word)) {
        seen.merge(word, 1, Integer::sum);
      }
    }
    Map<String, Integer> hits = hits(seen, "");
    List<Map.Entry<String, Integer>> ranked = new ArrayList<>(hits.entrySet());
    ranked.sort(
        Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey));
    int best = ranked.isEmpty() ? 0 : ranked.getFirst().getValue();
    int second = ranked.size() < 2 ? 0 : ranked.get(1).getValue();
    boolean sure = best >= LEAST_WORDS && best >= LEAST_SHARE * words && best >= LEAD * second;
    return sure && isAlone(ranked.getFirst(), seen)
        ? ranked.getFirst().getKey()
        : CanonicalDocument.UNDETERMINED;
  }

  /** Hits of each language among these words, but for those that this one has as well. */
  private static Map<String, Integer> hits(Map<String, Integer> seen, String without) {
    Map<String, Integer> hits = new HashMap<>();
    seen.forEach(
        (word, count) -> {
          List<String> languages = LANGUAGES_OF_WORD.getOrDefault(word, List.of());
          if (!languages.contains(without)) {
            languages.forEach(it -> hits.merge(it, count, Integer::sum));
          }
        });
    return hits;
  }

  /**
   * Whether it is told by several words, and no other language has so many words of its own that
   * the text is in both.
   */
  private static boolean isAlone(Map.Entry<String, Integer> best, Map<String, Integer> seen) {
    String language = best.getKey();
    long kinds =
        seen.keySet().stream()
            .filter(word -> LANGUAGES_OF_WORD.getOrDefault(word, List.of()).contains(language))
            .count();
    int other = hits(seen, language).values().stream().max(Integer::compare).orElse(0);
    return kinds >= LEAST_KINDS && (other < LEAST_WORDS || other < SECOND * best.getValue());
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> languages = new HashMap<>();
    for (String line : resource().lines().filter(line -> !line.startsWith("#")).toList()) {
      String[] words = line.split(" ");
      for (int i = 1; i < words.length; i++) {
        languages.computeIfAbsent(words[i], word -> new ArrayList<>()).add(words[0]);
      }
    }
    return Map.copyOf(languages);
  }

  private static String resource() {
    try (InputStream in = TextLanguage.class.getResourceAsStream("languages.txt")) {
      if (in == null) {
        throw new IllegalStateException("languages.txt is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
