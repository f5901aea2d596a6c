package dev.frostbyte.core.inspect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The grammars of all languages, read once from the resource files beside this class. Immutable.
 */
final class Grammar {
  private final Lexicon lexicon = new Lexicon();
  private final Map<Language, List<Rule>> rules = new EnumMap<>(Language.class);
  private final Map<Language, Guards> guards = new EnumMap<>(Language.class);

  /**
   * Masks of the classes that weigh a match.
   *
   * @param filler words that may stand in a filler gap
   * @param negation turns an instruction into its opposite
   * @param narrator who is spoken about, so that no instruction is given
   * @param preposition may stand between an instruction and the document it is about
   * @param document what people's instructions are about: mails, manuals, orders
   * @param report words that introduce a quotation or an example
   * @param tells verbs of telling somebody else to do something
   * @param you whom an instruction addresses
   * @param attack words of talk about attacks
   */
  record Guards(
      Mask filler,
      Mask negation,
      Mask narrator,
      Mask preposition,
      Mask document,
      Mask report,
      Mask tells,
      Mask you,
      Mask attack) {}

  private Grammar() {}

  static Grammar load() {
    Grammar grammar = new Grammar();
    for (Language language : Language.values()) {
      GrammarReader reader = new GrammarReader(language, grammar.lexicon);
      grammar.rules.put(language, List.copyOf(reader.read(lines(language))));
      grammar.guards.put(language, reader.guards());
    }
    return grammar;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  List<Rule> rules(Language language) {
    return rules.getOrDefault(language, List.of());
  }

  Guards guards(Language language) {
    return java.util.Objects.requireNonNull(guards.get(language));
  }

  private static List<String> lines(Language language) {
    return new ArrayList<>(RuleFile.lines("injection-" + language.code() + ".rules"));
  }
}
