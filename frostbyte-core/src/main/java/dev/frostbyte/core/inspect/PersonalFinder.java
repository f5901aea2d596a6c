package dev.frostbyte.core.inspect;

import java.util.List;

/** Finds one kind of personal data in a folded view. Thread-safe. */
@FunctionalInterface
interface PersonalFinder {
  /** What is found, by indices of the view. */
  void find(View folded, Sink sink);

  /** Takes what is found. */
  @FunctionalInterface
  interface Sink {
    /** Indices of the view, end excluded. */
    void found(String rule, PersonalType type, double score, int start, int end);
  }

  /** Every finder. */
  static List<PersonalFinder> all() {
    return List.of(
        new IbanFinder(),
        new CardFinder(),
        new SocialSecurityFinder(),
        new EmailFinder(),
        new PhoneFinder(),
        new BirthDateFinder(),
        new DocumentNumberFinder());
  }
}
