package dev.frostbyte.core.inspect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postal addresses by their form: a street with a number, with the postal code and place that may
 * follow, in the ways of English, German, French and Spanish speaking countries. A street without a
 * number or a place alone is not found. Reads the text as written. Patterns are possessive and
 * bounded, so that time grows with the length only.
 */
final class AddressFinder implements PersonalFinder {
  private static final String CAPITAL = "\\p{Lu}[\\p{L}'\u2019.-]{0,30}+";
  private static final String GAP = "[ \\u00A0]";
  private static final String PARTING = "(?:,? |,?\\n ?| \\| )";
  private static final String EUROPEAN =
      "(?:PARTING(?:[A-Z]{1,2}-)?[0-9]{4,5}GAPCAPITAL(?:GAP(?:(?:am|an|der|im|sur|de|la|les)GAP){0,2}+CAPITAL){0,3}+)?+";
  private static final String AMERICAN =
      "(?:PARTING(?:Apt|Suite|Unit|Floor|Room|#)\\.?+GAP?[0-9A-Za-z-]{1,6}+)?+(?:PARTINGCAPITAL(?:GAPCAPITAL){0,2}+,?GAP[A-Z]{2}GAP[0-9]{5}(?:-[0-9]{4})?)?+";
  private static final String BRITISH =
      "(?:PARTINGCAPITAL(?:GAPCAPITAL){0,2}+)?+(?:PARTING[A-Z]{1,2}[0-9][0-9A-Z]?GAP[0-9][A-Z]{2})?+";
  private static final String WAY =
      "(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Square|Sq|Way|Place|Pl|Terrace|Parkway|Pkwy|Crescent|Close|Highway|Hwy|Mews|Wharf|Quay|Embankment|Esplanade|Broadway)\\b\\.?+";

  /** Ways that are other things as well: only with a place after them. */
  private static final String WAY_AT_PLACE =
      "(?:Row|Walk|Gardens|Grove|Hill|Green|Park|Rise|View|Yard|Gate|Parade|Circle|Circus|Alley|Trail|Loop|Bridge)(?=PARTINGCAPITAL)";

  private static final List<Pattern> PATTERNS =
      List.of(
          pattern(
              "(?<![\\p{L}0-9./-])[0-9]{1,5}[A-Za-z]?GAP(?:[NSEW]\\.?GAP)?CAPITAL(?:GAPCAPITAL){0,3}GAP(?:WAY|AT_PLACE)AMERICANBRITISH"),
          pattern(
              "(?<![\\p{L}])\\p{Lu}[\\p{L}-]{0,30}(?:stra\u00DFe|strasse|str\\.|weg|gasse|platz|allee|ufer|damm)GAP[0-9]{1,3}(?![0-9])(?:GAP?[a-z](?![\\p{L}]))?+EUROPEAN"),
          pattern(
              "(?<![\\p{L}])(?:CAPITALGAP){1,2}(?:Stra\u00DFe|Strasse|Str\\.|Weg|Gasse|Platz|Allee|Ufer|Damm|Ring)GAP[0-9]{1,4}(?:GAP?[a-z](?![\\p{L}]))?+EUROPEAN"),
          pattern(
              "(?<![\\p{L}0-9./-])[0-9]{1,4}(?:GAP?(?:bis|ter))?+,?GAP(?:rue|avenue|boulevard|place|chemin|impasse|all\u00E9e|quai|route)GAP(?:(?:de|du|des|la|le|les|l'|d')GAP?){0,3}+CAPITAL(?:[ -]CAPITAL){0,3}+EUROPEAN"),
          pattern(
              "(?<![\\p{L}])(?:[Cc]alle|C/|Avda?\\.|Avenida|Plaza|Paseo|Camino|Carrera)GAP(?:(?:de|del|la|las|los|el)GAP){0,3}+CAPITAL(?:GAP(?:(?:de|del|la|las|los)GAP){0,2}CAPITAL){0,3}+,?GAP(?:n[.\u00BA\u00B0]{0,2}+GAP?)?+[0-9]{1,4}EUROPEAN"));

  @Override
  public void find(View written, Sink sink) {
    String text = IndexedText.of(written);
    for (Pattern pattern : PATTERNS) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find()) {
        sink.found("pii.address", PersonalType.ADDRESS, 0.7, matcher.start(), matcher.end());
      }
    }
  }

  private static Pattern pattern(String template) {
    String filled =
        template
            .replace("EUROPEAN", EUROPEAN)
            .replace("AMERICAN", AMERICAN)
            .replace("BRITISH", BRITISH)
            .replace("AT_PLACE", WAY_AT_PLACE)
            .replace("WAY", WAY)
            .replace("PARTING", PARTING)
            .replace("CAPITAL", CAPITAL)
            .replace("GAP", GAP);
    return Pattern.compile(filled);
  }
}
