package dev.frostbyte.core.inspect;

import java.util.Set;

/**
 * United States social security numbers by the rules of the Social Security Administration: area
 * not 000, 666 or 900 and up, group not 00, serial not 0000, not one of the numbers printed in
 * advertisements. Nine digits in one piece count only after a word that says so.
 */
final class SocialSecurityFinder implements PersonalFinder {
  private static final Set<String> ADVERTISED =
      Set.of("078051120", "219099999", "457555462", "123456789");
  private static final ContextWords CONTEXT =
      ContextWords.of(
          "ssn",
          "social security",
          "soc sec",
          "social sec",
          "taxpayer id",
          "sozialversicherungsnummer der usa");

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 0; at + 8 < folded.length(); at++) {
      if (Chars.isDigit(folded.at(at)) && opensNumber(folded, at)) {
        findAt(folded, at, sink);
      }
    }
  }

  private static boolean opensNumber(View view, int at) {
    boolean glued =
        Chars.isWord(view.peek(at - 1))
            || view.peek(at - 1) == '.' && Chars.isDigit(view.peek(at - 2));
    return !glued && !(view.peek(at - 1) == '-' && Chars.isWord(view.peek(at - 2)));
  }

  private static void findAt(View view, int at, Sink sink) {
    boolean parted =
        (Chars.parts(view.peek(at + 3)) || view.peek(at + 3) == '.')
            && view.peek(at + 6) == view.peek(at + 3);
    int end = at + (parted ? 11 : 9);
    if (end > view.length() || !closes(view, end)) {
      return;
    }
    String number =
        parted
            ? view.text(at, at + 3) + view.text(at + 4, at + 6) + view.text(at + 7, end)
            : view.text(at, end);
    boolean named = CONTEXT.before(view, at);
    double score = named ? 0.95 : !parted ? 0 : view.at(at + 3) == '-' ? 0.8 : 0.6;
    if (score > 0 && valid(number)) {
      sink.found("pii.ssn", PersonalType.SSN, score, at, end);
    }
  }

  private static boolean closes(View view, int end) {
    int next = view.peek(end);
    return !Chars.isWord(next)
        && !((next == '-' || next == '.' || next == ',') && Chars.isDigit(view.peek(end + 1)));
  }

  private static boolean valid(String number) {
    boolean digits = number.chars().allMatch(Chars::isDigit);
    return digits
        && !number.startsWith("000")
        && !number.startsWith("666")
        && number.charAt(0) != '9'
        && !number.startsWith("00", 3)
        && !number.endsWith("0000")
        && !ADVERTISED.contains(number);
  }
}
