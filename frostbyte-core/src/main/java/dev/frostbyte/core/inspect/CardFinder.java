package dev.frostbyte.core.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * Payment card numbers: issuer prefix with its lengths (ISO/IEC 7812) and check digit (Luhn), in
 * one piece or in the groups printed on cards, parted by one blank or hyphen.
 */
final class CardFinder implements PersonalFinder {
  private static final List<List<Integer>> GROUPINGS =
      List.of(
          List.of(4, 4, 4, 4, 3),
          List.of(4, 4, 4, 4),
          List.of(4, 6, 5),
          List.of(4, 6, 4),
          List.of(4, 4, 4, 1));
  private static final List<Issuer> ISSUERS =
      List.of(
          new Issuer(4, 4, 1, 13, 13),
          new Issuer(4, 4, 1, 16, 16),
          new Issuer(4, 4, 1, 19, 19),
          new Issuer(51, 55, 2, 16, 16),
          new Issuer(2221, 2720, 4, 16, 16),
          new Issuer(34, 34, 2, 15, 15),
          new Issuer(37, 37, 2, 15, 15),
          new Issuer(300, 305, 3, 14, 19),
          new Issuer(36, 36, 2, 14, 19),
          new Issuer(38, 39, 2, 14, 19),
          new Issuer(3528, 3589, 4, 16, 19),
          new Issuer(6011, 6011, 4, 16, 19),
          new Issuer(644, 649, 3, 16, 19),
          new Issuer(65, 65, 2, 16, 19),
          new Issuer(62, 62, 2, 16, 19),
          new Issuer(1, 1, 1, 15, 15),
          new Issuer(5019, 5019, 4, 16, 16),
          new Issuer(5018, 5018, 4, 13, 19),
          new Issuer(5020, 5020, 4, 13, 19),
          new Issuer(5038, 5038, 4, 13, 19),
          new Issuer(6304, 6304, 4, 13, 19),
          new Issuer(6759, 6763, 4, 13, 19));

  /** Numbers of one issuer: a range of leading digits and of lengths. */
  private record Issuer(int first, int last, int digits, int shortest, int longest) {
    boolean issues(String number) {
      int prefix = Integer.parseInt(number.substring(0, digits));
      return prefix >= first
          && prefix <= last
          && number.length() >= shortest
          && number.length() <= longest;
    }
  }

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 0; at < folded.length(); at++) {
      if (Chars.isDigit(folded.at(at))
          && !Chars.isWord(folded.peek(at - 1))
          && !goesOn(folded, at)) {
        int end = end(folded, at);
        if (end > 0) {
          sink.found("pii.card", PersonalType.FINANCIAL_ACCOUNT, 0.95, at, end);
          at = end - 1;
        }
      }
    }
  }

  /**
   * Whether a group of four with a digit stands before: then the place lies inside a longer number,
   * such as an IBAN.
   */
  private static boolean goesOn(View view, int at) {
    int digits = 0;
    for (int i = at - 5; i < at - 1; i++) {
      digits += Chars.isDigit(view.peek(i)) ? 1 : 0;
      if (!Chars.isWord(view.peek(i))) {
        return false;
      }
    }
    return Chars.parts(view.peek(at - 1)) && digits > 0 && !Chars.isWord(view.peek(at - 6));
  }

  private static int end(View view, int start) {
    List<Integer> groups = new ArrayList<>();
    int at = start;
    while (groups.size() < 6 && Chars.isDigit(view.peek(at))) {
      int end = groupEnd(view, at);
      groups.add(end - at);
      boolean goesOn =
          Chars.parts(view.peek(end)) && (groups.size() == 1 || view.at(end) == view.at(at - 1));
      at = goesOn ? end + 1 : view.length();
    }
    if (valid(view, start, List.of(groups.getFirst()))) {
      return start + groups.getFirst();
    }
    for (List<Integer> grouping : GROUPINGS) {
      if (groups.size() >= grouping.size()
          && groups.subList(0, grouping.size()).equals(grouping)
          && valid(view, start, grouping)) {
        return start + length(grouping) + grouping.size() - 1;
      }
    }
    return -1;
  }

  private static int groupEnd(View view, int start) {
    int at = start;
    while (Chars.isDigit(view.peek(at)) && at - start < 20) {
      at++;
    }
    return at;
  }

  private static int length(List<Integer> grouping) {
    return grouping.stream().mapToInt(Integer::intValue).sum();
  }

  private static boolean valid(View view, int start, List<Integer> grouping) {
    int digits = length(grouping);
    int end = start + digits + grouping.size() - 1;
    if (digits < 13 || digits > 19 || Chars.isWord(view.peek(end)) || inAddress(view, start, end)) {
      return false;
    }
    String number = view.text(start, end).replace(" ", "").replace("-", "");
    return ISSUERS.stream().anyMatch(issuer -> issuer.issues(number)) && luhn(number);
  }

  /** Part of a web address, such as {@code /4409607962387-title}. */
  private static boolean inAddress(View view, int start, int end) {
    boolean titled = view.peek(end) == '-' && Chars.isLetter(view.peek(end + 1));
    return view.peek(start - 1) == '/' || titled;
  }

  private static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
