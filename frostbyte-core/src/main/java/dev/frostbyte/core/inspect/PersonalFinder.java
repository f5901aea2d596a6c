package dev.frostbyte.core.inspect;

import java.util.List;

/** Finds one kind of personal data in a view. Thread-safe. */
@FunctionalInterface
interface PersonalFinder {
  /** What is found, by indices of the view. */
  void find(View view, Sink sink);

  /** Takes what is found. */
  @FunctionalInterface
  interface Sink {
    /** Indices of the view, end excluded. */
    void found(String rule, PersonalType type, double score, int start, int end);
  }

  /** Finders that read a text as it is written. */
  static List<PersonalFinder> ofWritten() {
    return List.of(new NameFinder(), new AddressFinder());
  }

  /** Finders that read a folded text. */
  static List<PersonalFinder> all() {
    return List.of(
        new IbanFinder(),
        new CardFinder(),
        new SocialSecurityFinder(),
        new EmailFinder(),
        new PhoneFinder(),
        new BirthDateFinder(),
        new NationalNumberFinder(),
        new DocumentNumberFinder());
  }
}
