package dev.frostbyte.core.inspect;

/**
 * Mail addresses: dot-atom local part and a domain name with a top level of letters (RFC 5321,
 * without quoted parts).
 */
final class EmailFinder implements PersonalFinder {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;

  @Override
  public void find(View folded, Sink sink) {
    for (int at = 1; at < folded.length() - 3; at++) {
      if (folded.at(at) == '@') {
        int start = localStart(folded, at);
        int end = domainEnd(folded, at + 1);
        if (start < at && end > 0) {
          sink.found("pii.email", PersonalType.EMAIL, 0.95, start, end);
          at = end - 1;
        }
      }
    }
  }

  private static int localStart(View view, int sign) {
    int at = sign;
    while (at > 0 && sign - at < LONGEST_LOCAL && isLocal(view.at(at - 1))) {
      at--;
    }
    while (at < sign && (view.at(at) == '.' || view.at(at) == '\'' || view.at(at) == '-')) {
      at++;
    }
    return at;
  }

  private static boolean isLocal(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || "!#$%&'*+/=?^_{|}~.-".indexOf(codePoint) >= 0;
  }

  /** One past the top level label, or -1. */
  private static int domainEnd(View view, int start) {
    int best = -1;
    int label = start;
    int at = start;
    while (at - start <= LONGEST_DOMAIN && isDomain(view.peek(at))) {
      at++;
      if (view.peek(at) != '.' && isDomain(view.peek(at)) || view.at(at - 1) == '.') {
        label = view.at(at - 1) == '.' ? at : label;
        continue;
      }
      best = label > start && topLevel(view, label, at) ? at : best;
    }
    return best;
  }

  private static boolean isDomain(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || codePoint == '-' || codePoint == '.';
  }

  private static boolean topLevel(View view, int start, int end) {
    boolean punycode = end - start > 4 && view.text(start, start + 4).equals("xn--");
    for (int i = start; i < end && !punycode; i++) {
      if (!Character.isLetter(view.at(i))) {
        return false;
      }
    }
    return end - start >= 2;
  }
}
