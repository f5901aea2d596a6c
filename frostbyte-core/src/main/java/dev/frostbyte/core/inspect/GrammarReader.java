package dev.frostbyte.core.inspect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one grammar file. Lines: {@code # comment}; {@code CLASS = word stem* …} (a class may be
 * given in several lines); {@code family score [firm] [opens] [crosses] : STEP <n> STEP [n] STEP}.
 * A step is a class, several joined by {@code |}, or words in small letters; a colon at its end
 * means that one follows in the text. {@code <n>} allows up to n filler words between two steps,
 * {@code [n]} up to n words of any kind.
 */
final class GrammarReader {
  private final Language language;
  private final Lexicon lexicon;
  private final Map<String, Mask> classes = new LinkedHashMap<>();

  GrammarReader(Language language, Lexicon lexicon) {
    this.language = language;
    this.lexicon = lexicon;
  }

  List<Rule> read(List<String> lines) {
    List<Rule> rules = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.contains(" = ")) {
        readClass(line);
      } else {
        rules.add(readRule(line));
      }
    }
    return rules;
  }

  Grammar.Guards guards() {
    return new Grammar.Guards(
        named("FILLER"),
        named("NEGATION"),
        named("NARRATOR"),
        named("PREPOSITION"),
        named("DOCUMENT"),
        named("REPORT"),
        named("TELLS"),
        named("YOU"),
        named("ATTACK"));
  }

  private void readClass(String line) {
    String[] sides = line.split(" = ", 2);
    Mask mask = classes.computeIfAbsent(sides[0].strip(), name -> next());
    for (String word : sides[1].strip().split("\\s+")) {
      addWord(word, mask);
    }
  }

  private Mask next() {
    if (classes.size() == Mask.LIMIT) {
      throw new IllegalStateException(
          "a grammar has at most " + Mask.LIMIT + " classes: " + language.code());
    }
    return Mask.of(classes.size());
  }

  /** German umlauts are also written with an e. */
  private void addWord(String word, Mask mask) {
    lexicon.add(folded(word), language, mask);
    if (language == Language.DE) {
      String spelled = word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
      lexicon.add(folded(spelled), language, mask);
    }
  }

  private static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replace("ß", "ss");
    return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
  }

  private Rule readRule(String line) {
    String[] sides = line.split(" : ", 2);
    List<String> head = List.of(sides[0].strip().split("\\s+"));
    return new Rule(
        head.get(0),
        Double.parseDouble(head.get(1)),
        language,
        head.contains("firm"),
        head.contains("opens"),
        head.contains("crosses"),
        readSteps(sides[1].strip().split("\\s+")));
  }

  private List<Rule.Step> readSteps(String[] parts) {
    List<Rule.Step> steps = new ArrayList<>();
    int gap = 0;
    boolean fillers = false;
    for (String part : parts) {
      if (part.startsWith("<") || part.startsWith("[")) {
        gap = Integer.parseInt(part.substring(1, part.length() - 1));
        fillers = part.startsWith("<");
      } else {
        boolean colon = part.endsWith(":");
        steps.add(
            new Rule.Step(
                mask(colon ? part.substring(0, part.length() - 1) : part), gap, fillers, colon));
        gap = 0;
      }
    }
    return steps;
  }

  /** Classes in capitals and words in small letters may stand together. */
  private Mask mask(String step) {
    Mask mask = Mask.NONE;
    List<String> words = new ArrayList<>();
    for (String part : step.split("\\|")) {
      boolean name = part.equals(part.toUpperCase(Locale.ROOT));
      mask = name ? mask.or(named(part)) : mask;
      words.addAll(name ? List.of() : List.of(part));
    }
    return words.isEmpty() ? mask : mask.or(literal(words));
  }

  private Mask literal(List<String> words) {
    Mask mask = classes.computeIfAbsent(String.join("|", words), name -> next());
    words.forEach(word -> addWord(word, mask));
    return mask;
  }

  private Mask named(String name) {
    Mask mask = classes.get(name);
    if (mask == null) {
      throw new IllegalStateException(
          "class " + name + " is not defined in the grammar of " + language.code());
    }
    return mask;
  }
}
