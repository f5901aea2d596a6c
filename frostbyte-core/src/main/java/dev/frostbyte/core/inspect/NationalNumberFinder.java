package dev.frostbyte.core.inspect;

import java.util.List;

/**
 * National numbers of persons by shape, check digit and, where those say too little, a word before
 * or after. Linear: at each beginning of a word every shape is tried over at most 21 signs.
 */
final class NationalNumberFinder implements PersonalFinder {
  private static final String CENTURIES = "-+abcdefyxwvu";
  private static final String FOR_DIGITS = "lmnpqrstuv";
  private static final int CALLING_CODE = 7;
  private final List<NationalNumber> numbers = NationalNumber.all();

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 0; at < folded.length(); at++) {
      if (Chars.isWord(folded.at(at)) && opens(folded, at)) {
        findAt(folded, at, sink);
      }
    }
  }

  private static boolean opens(View view, int at) {
    int before = view.peek(at - 1);
    boolean goesOn = (before == '-' || before == '.') && Chars.isDigit(view.peek(at - 2));
    return !Chars.isWord(before) && !goesOn && !afterCallingCode(view, at);
  }

  /** What follows a plus sign and a country's digits is a telephone number. */
  private static boolean afterCallingCode(View view, int at) {
    int digits = 0;
    for (int i = at - 1; i >= Math.max(0, at - CALLING_CODE); i--) {
      int sign = view.at(i);
      digits += Chars.isDigit(sign) ? 1 : 0;
      if (!Chars.isDigit(sign) && !isSeparator(sign) && sign != '(' && sign != ')') {
        return sign == '+' && digits > 0;
      }
    }
    return false;
  }

  private void findAt(View view, int at, Sink sink) {
    for (NationalNumber number : numbers) {
      for (String shape : number.shapes()) {
        int end = end(view, at, shape);
        if (end > 0 && counts(view, at, end, number)) {
          sink.found(number.rule(), number.type(), 0.85, at, end);
          break;
        }
      }
    }
  }

  /** One past the last sign of this shape, or -1. */
  private static int end(View view, int start, String shape) {
    int at = start;
    for (int i = 0; i < shape.length(); i++) {
      int sign = shape.charAt(i);
      if (sign == '_') {
        at += isSeparator(view.peek(at)) ? 1 : 0;
      } else if (fits(view.peek(at), sign)) {
        at++;
      } else {
        return -1;
      }
    }
    boolean goesOn =
        (view.peek(at) == '-' || view.peek(at) == '.') && Chars.isDigit(view.peek(at + 1));
    return Chars.isWord(view.peek(at)) || goesOn ? -1 : at;
  }

  private static boolean fits(int codePoint, int sign) {
    return switch (sign) {
      case 'd' -> Chars.isDigit(codePoint);
      case 'l' -> Chars.isLetter(codePoint);
      case 'a' -> Chars.isWord(codePoint);
      case 'o' -> Chars.isDigit(codePoint) || codePoint != 0 && FOR_DIGITS.indexOf(codePoint) >= 0;
      case 's' -> codePoint != 0 && CENTURIES.indexOf(codePoint) >= 0;
      default -> codePoint == sign;
    };
  }

  private static boolean isSeparator(int codePoint) {
    return Chars.parts(codePoint) || codePoint == '/';
  }

  private static boolean counts(View view, int start, int end, NationalNumber number) {
    String plain = plain(view, start, end, number);
    boolean parted = end - start > plain.length();
    boolean bare =
        switch (number.bare()) {
          case ALWAYS -> true;
          case PARTED -> parted;
          case NEVER -> false;
        };
    return number.check().holds(plain)
        && (bare || number.context().before(view, start) || number.context().after(view, end));
  }

  /** Letters and digits; of a number with a century sign that sign is left out. */
  private static String plain(View view, int start, int end, NationalNumber number) {
    boolean century = number.shapes().getFirst().indexOf('s') >= 0;
    StringBuilder plain = new StringBuilder();
    for (int i = start; i < end; i++) {
      boolean sign = century && i == start + 6;
      if (Chars.isWord(view.at(i)) && !sign) {
        plain.appendCodePoint(view.at(i));
      }
    }
    return plain.toString();
  }
}
