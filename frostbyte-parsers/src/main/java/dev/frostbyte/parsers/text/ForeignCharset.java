package dev.frostbyte.parsers.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Guesses the encoding of bytes that are neither Unicode nor Western by how often letters and pairs
 * of bytes occur (ICU). A guess must be clearly better than Western: a wrong one spoils a whole
 * document, while Western is what most such files are.
 */
final class ForeignCharset {
  /** ICU reads no more than a few thousand bytes of evidence; this is enough for it. */
  static final int SAMPLE = 1 << 16;

  private static final int LEAST = 30;
  private static final int CLEARLY = 10;

  private ForeignCharset() {}

  /** The encoding; empty when nothing is clearly better than windows-1252. */
  static Optional<Charset> guess(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(Arrays.copyOf(bytes, Math.min(SAMPLE, bytes.length)));
    CharsetMatch[] matches = detector.detectAll();
    int western = 0;
    for (CharsetMatch match : matches) {
      western = isWestern(match.getName()) ? Math.max(western, match.getConfidence()) : western;
    }
    boolean clear =
        matches.length > 0
            && matches[0].getConfidence() >= LEAST
            && matches[0].getConfidence() - western >= CLEARLY;
    return clear ? known(name(matches[0], bytes)) : Optional.empty();
  }

  /**
   * ICU tells windows-1250 from ISO-8859-2 by bytes only the former has; Polish may have none. It
   * always has ą, which is B1 in ISO-8859-2.
   */
  private static String name(CharsetMatch match, byte[] bytes) {
    boolean polish = match.getName().equals("ISO-8859-2") && "pl".equals(match.getLanguage());
    boolean other = polish && new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0xb1) < 0;
    return other ? "windows-1250" : match.getName();
  }

  private static boolean isWestern(String name) {
    return name.equals("ISO-8859-1") || name.equals("windows-1252");
  }

  /** Unicode was tried before, strictly. */
  private static Optional<Charset> known(String name) {
    boolean usable = !name.startsWith("UTF-") && !name.startsWith("IBM4");
    return usable && Charset.isSupported(name)
        ? Optional.of(Charset.forName(name))
        : Optional.empty();
  }
}
