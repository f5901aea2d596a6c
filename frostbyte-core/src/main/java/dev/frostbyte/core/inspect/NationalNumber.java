package dev.frostbyte.core.inspect;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * One kind of national number. Immutable.
 *
 * @param rule stable id
 * @param shapes how it is written: {@code d} a digit, {@code l} a letter, {@code a} either, {@code
 *     o} a digit or what Italy writes for one, {@code s} a century sign, {@code _} a blank, hyphen
 *     or stroke that may be left out
 * @param check whether a number, without what parts it, can exist
 * @param context what says so before or after it; needed where the shape alone says too little
 * @param bare whether it counts without such a word: always, never, or when it is parted
 */
record NationalNumber(
    String rule,
    PersonalType type,
    List<String> shapes,
    Check check,
    ContextWords context,
    Bare bare) {
  private static final String RESOURCE = "national-numbers.rules";

  NationalNumber {
    shapes = List.copyOf(shapes);
  }

  /** When a number counts without a word that says what it is. */
  enum Bare {
    /** The check leaves hardly anything to chance. */
    ALWAYS,
    /** Only written in its groups. */
    PARTED,
    /** One in ten numbers of this shape would pass. */
    NEVER
  }

  /** Rules by which a number can exist. */
  enum Check {
    /** {@link CheckDigits#itin}. */
    ITIN(CheckDigits::itin),
    /** {@link CheckDigits#steuerId}. */
    STEUER_ID(CheckDigits::steuerId),
    /** {@link CheckDigits#pension}. */
    PENSION(CheckDigits::pension),
    /** {@link CheckDigits#nino}. */
    NINO(CheckDigits::nino),
    /** {@link CheckDigits#nif}. */
    NIF(CheckDigits::nif),
    /** {@link CheckDigits#nie}. */
    NIE(CheckDigits::nie),
    /** {@link CheckDigits#codiceFiscale}. */
    CODICE_FISCALE(CheckDigits::codiceFiscale),
    /** {@link CheckDigits#pesel}. */
    PESEL(CheckDigits::pesel),
    /** {@link CheckDigits#hetu}. */
    HETU(CheckDigits::hetu),
    /** {@link CheckDigits#nir}. */
    NIR(CheckDigits::nir),
    /** {@link CheckDigits#rijksregister}. */
    RIJKSREGISTER(CheckDigits::rijksregister),
    /** {@link CheckDigits#nhs}. */
    NHS(CheckDigits::nhs),
    /** {@link CheckDigits#health}. */
    HEALTH(CheckDigits::health),
    /** {@link CheckDigits#dea}. */
    DEA(CheckDigits::dea),
    /** {@link CheckDigits#icao}. */
    ICAO(CheckDigits::icao);

    private final Predicate<String> rule;

    Check(Predicate<String> rule) {
      this.rule = rule;
    }

    boolean holds(String number) {
      return rule.test(number);
    }
  }

  /** Every kind that is known, from {@code national-numbers.rules}. */
  static List<NationalNumber> all() {
    return RuleFile.rules(RESOURCE).stream().map(line -> of(line.split("; "))).toList();
  }

  private static NationalNumber of(String[] columns) {
    return new NationalNumber(
        columns[0],
        PersonalType.valueOf(columns[1]),
        List.of(columns[2].split(" ")),
        Check.valueOf(name(columns[3])),
        ContextWords.of(columns[5].split(", ")),
        Bare.valueOf(name(columns[4])));
  }

  private static String name(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
