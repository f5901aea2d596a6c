package dev.frostbyte.parsers.ocr;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a page that was read is in a language the models cannot spell: Chinese letters prevail,
 * or the short words of another European language do. Stateless.
 */
final class Language {
  /** Fewest short words on which a page is judged. */
  private static final int FEWEST = 5;

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "to", "is", "that", "for", "it", "with", "as", "be", "are", "this",
          "by", "or", "from", "which", "not", "you", "your", "we", "our", "can", "will", "must");

  /** As the models spell them: without accents. */
  private static final Map<String, Set<String>> OTHERS =
      Map.of(
          "de",
          Set.of(
              "der", "und", "das", "ist", "nicht", "von", "mit", "den", "dem", "ein", "eine",
              "einer", "auf", "fur", "auch", "sich", "zu", "im", "wird", "werden", "oder", "bei",
              "sie", "aus", "durch", "nach", "uber"),
          "fr",
          Set.of(
              "le", "la", "les", "des", "est", "et", "que", "qui", "dans", "pour", "une", "pas",
              "sur", "avec", "par", "plus", "sont", "du", "au", "ce", "cette", "nous", "vous"),
          "es",
          Set.of(
              "el", "los", "las", "que", "del", "una", "para", "con", "por", "como", "su", "sus",
              "esta", "pero", "este", "sobre", "entre", "y", "se", "al"),
          "it",
          Set.of(
              "il", "di", "che", "della", "per", "una", "sono", "con", "non", "del", "gli", "alla",
              "nel", "dei", "delle", "questo", "anche", "si", "da"),
          "nl",
          Set.of(
              "de", "het", "een", "van", "en", "dat", "niet", "op", "te", "zijn", "voor", "met",
              "aan", "door", "ook", "naar", "bij", "wordt", "deze"),
          "pt",
          Set.of(
              "o", "os", "que", "nao", "uma", "para", "com", "por", "da", "do", "dos", "das", "em",
              "mais", "como", "ao", "pela", "pelo"));

  private Language() {}

  /** Whether the lines are readable English as far as one can tell. */
  static boolean isForeign(List<Line> lines) {
    long chinese = count(lines, true);
    if (chinese > count(lines, false)) {
      return true;
    }
    List<String> words =
        lines.stream()
            .flatMap(line -> line.words().stream())
            .map(word -> word.text().toLowerCase(Locale.ROOT))
            .toList();
    long english = words.stream().filter(ENGLISH::contains).count();
    return OTHERS.values().stream()
        .mapToLong(other -> words.stream().filter(other::contains).count())
        .anyMatch(other -> other >= FEWEST && other > english);
  }

  private static long count(List<Line> lines, boolean ideographic) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .flatMapToInt(word -> word.text().codePoints())
        .filter(Character::isLetter)
        .filter(point -> Character.isIdeographic(point) == ideographic)
        .count();
  }
}
