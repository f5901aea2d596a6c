package dev.frostbyte.core.inspect;

/**
 * Telephone numbers: international ones by their plus sign and length (ITU-T E.164), North American
 * ones by their groups and ranges, others only after a word that says so.
 */
final class PhoneFinder implements PersonalFinder {
  private static final int LONGEST = 26;
  private static final ContextWords CONTEXT =
      ContextWords.of(
          "phone",
          "telephone",
          "tel",
          "mobile",
          "cell",
          "fax",
          "call",
          "hotline",
          "contact number",
          "phone number",
          "telefon",
          "telefonnummer",
          "handy",
          "mobil",
          "mobilnummer",
          "rufnummer",
          "durchwahl",
          "telefax",
          "portable",
          "telephone",
          "telefono",
          "movil",
          "celular",
          "whatsapp",
          "ruf");

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 0; at < folded.length(); at++) {
      boolean opens = folded.at(at) == '+' || folded.at(at) == '(' || Chars.isDigit(folded.at(at));
      if (opens && !Chars.isWord(folded.peek(at - 1)) && folded.peek(at - 1) != '+') {
        at = Math.max(at, findAt(folded, at, sink) - 1);
      }
    }
  }

  /** One past the number found, or the place itself. */
  private static int findAt(View view, int at, Sink sink) {
    int end = end(view, at);
    String digits = digits(view, at, end);
    double score = score(view, at, end, digits);
    if (score > 0) {
      sink.found("pii.phone", PersonalType.PHONE, score, at, end);
      return end;
    }
    return at;
  }

  private static int end(View view, int start) {
    int last = start;
    for (int at = start; at < Math.min(view.length(), start + LONGEST); at++) {
      int here = view.at(at);
      if (Chars.isDigit(here)) {
        last = at + 1;
      } else if (!(here == '+' && at == start) && " ()-./".indexOf(here) < 0) {
        break;
      }
    }
    return last;
  }

  private static double score(View view, int at, int end, String digits) {
    if (Chars.isWord(view.peek(end)) || digits.length() < 6) {
      return 0;
    }
    if (view.at(at) == '+') {
      return digits.length() >= 8 && digits.length() <= 15 && digits.charAt(0) != '0' ? 0.75 : 0;
    }
    if (northAmerican(view.text(at, end), digits)) {
      return 0.6;
    }
    return digits.length() <= 15 && CONTEXT.before(view, at) && !isDate(view.text(at, end))
        ? 0.6
        : 0;
  }

  /** (ddd) ddd-dddd, ddd-ddd-dddd or ddd.ddd.dddd with area and exchange from 200. */
  private static boolean northAmerican(String text, String digits) {
    String shape = text.replaceAll("[0-9]", "d");
    boolean grouped =
        shape.equals("(ddd) ddd-dddd")
            || shape.equals("ddd-ddd-dddd")
            || shape.equals("ddd.ddd.dddd")
            || shape.equals("(ddd)ddd-dddd")
            || shape.equals("d-ddd-ddd-dddd");
    String national = digits.length() == 11 ? digits.substring(1) : digits;
    return grouped
        && national.length() == 10
        && national.charAt(0) >= '2'
        && national.charAt(3) >= '2';
  }

  private static boolean isDate(String text) {
    return text.replaceAll("[0-9]", "d").matches("dd?[./-]dd?[./-]dddd|dddd-dd-dd");
  }

  private static String digits(View view, int start, int end) {
    StringBuilder digits = new StringBuilder();
    for (int i = start; i < end; i++) {
      if (Chars.isDigit(view.at(i))) {
        digits.appendCodePoint(view.at(i));
      }
    }
    return digits.toString();
  }
}
