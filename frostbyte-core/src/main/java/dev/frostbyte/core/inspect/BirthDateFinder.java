package dev.frostbyte.core.inspect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates after a word that says somebody was born: no other date is a date of birth. */
final class BirthDateFinder implements PersonalFinder {
  private static final ContextWords CONTEXT =
      ContextWords.of(
          "born",
          "date of birth",
          "birth date",
          "birthdate",
          "dob",
          "birthday",
          "geburtsdatum",
          "geboren",
          "geboren am",
          "geb",
          "geburtstag",
          "ne le",
          "nee le",
          "date de naissance",
          "naissance",
          "fecha de nacimiento",
          "nacido",
          "nacida",
          "nacimiento");
  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|fev|avr|juin|juil|aou|ene|abr|ago|dic)[a-z]{0,7}";
  private static final Pattern DATE =
      Pattern.compile(
          "(?<![0-9])(?:"
              + "DAY[./-][0-1]?[0-9][./-]YEAR|[0-1]?[0-9]/DAY/YEAR|YEAR-[0-1][0-9]-[0-3][0-9]"
                  .replace("DAY", "[0-3]?[0-9]")
                  .replace("YEAR", "(?:19|20)[0-9]{2}")
              + "|[0-3]?[0-9](?:\\.|st|nd|rd|th|er)? (?:de |of )?MONTH,? (?:de |del )?(?:19|20)[0-9]{2}"
                  .replace("MONTH", MONTH)
              + "|MONTH [0-3]?[0-9](?:st|nd|rd|th)?,? (?:19|20)[0-9]{2}".replace("MONTH", MONTH)
              + ")(?![0-9])");

  @Override
  public void find(View folded, Sink sink) {
    Matcher matcher = DATE.matcher(IndexedText.of(folded));
    while (matcher.find()) {
      if (CONTEXT.before(folded, matcher.start())) {
        sink.found("pii.dob", PersonalType.DOB, 0.85, matcher.start(), matcher.end());
      }
    }
  }
}
