package dev.frostbyte.api.spi;

import java.util.regex.Pattern;

/** Keeps what a scanner says to plain words: a threat's name could quote its file. Stateless. */
final class ScannerWords {
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._:/+ -]");
  private static final int MOST = 100;
  private static final String NONE = "unnamed";

  private ScannerWords() {}

  static String engine(String given) {
    return plain(given.strip());
  }

  static String threat(String given) {
    return plain(given.strip().replace(' ', '_'));
  }

  private static String plain(String given) {
    String plain = OTHER.matcher(given).replaceAll("?");
    return plain.isEmpty() ? NONE : plain.substring(0, Math.min(MOST, plain.length()));
  }
}
