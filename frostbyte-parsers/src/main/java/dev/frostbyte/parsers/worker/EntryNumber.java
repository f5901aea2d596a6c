package dev.frostbyte.parsers.worker;

/**
 * The number that an entry {@code /N} of a dictionary has, however many blanks and comments stand
 * before it. Reads from the end, so that each letter is looked at once. One thread, used once.
 */
final class EntryNumber {
  private static final long NONE = -1;

  /** Larger numbers are as good as this one. */
  private static final long MOST = 1_000_000_000_000L;

  private final String text;

  /** The number that begins at the place read last, behind blanks and comments. */
  private long value = NONE;

  /** The same behind the end of its line. */
  private long nextLine = NONE;

  /** The same behind the letter N read last. */
  private long behind = NONE;

  /** What the digit at the place read last counts. */
  private long place = 1;

  private long largest;

  private EntryNumber(String text) {
    this.text = text;
  }

  /** The largest such number; 0 when there is none. */
  static long largest(String dictionary) {
    EntryNumber number = new EntryNumber(dictionary);
    for (int at = dictionary.length() - 1; at >= 0; at--) {
      number.take(at);
    }
    return number.largest;
  }

  private void take(int at) {
    char letter = text.charAt(at);
    switch (letter) {
      case '\n', '\r' -> nextLine = value;
      case ' ', '\t', '\f', '\0', 0x0b, '+' -> {}
      case '%' -> value = nextLine;
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> digit(letter - '0', at);
      default -> {
        behind = letter == 'N' ? value : behind;
        largest = isEntry(letter, at) ? Math.max(largest, behind) : largest;
        value = NONE;
      }
    }
  }

  private void digit(int digit, int at) {
    boolean more = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    place = more ? Math.min(MOST, place * 10) : 1;
    value = Math.min(MOST, (more ? value : 0) + digit * place);
  }

  /** Whether a name of this one letter begins here. */
  private boolean isEntry(char letter, int at) {
    return letter == '/'
        && at + 2 < text.length()
        && text.charAt(at + 1) == 'N'
        && (text.charAt(at + 2) <= ' ' || text.charAt(at + 2) == '%');
  }
}
