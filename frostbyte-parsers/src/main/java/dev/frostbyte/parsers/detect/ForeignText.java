package dev.frostbyte.parsers.detect;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Optional;

/** Whether bytes are text in an encoding that is neither Unicode nor Western (ICU). */
final class ForeignText {
  /** Of 100; noise reaches about 10. */
  private static final int LEAST = 30;

  private ForeignText() {}

  /** The likeliest encoding; empty when no guess is better than noise. */
  static Optional<Charset> charset(byte[] head) {
    CharsetDetector detector = new CharsetDetector();
    detector.setText(head);
    CharsetMatch match = detector.detect();
    boolean sure = match != null && match.getConfidence() >= LEAST;
    if (!sure || match.getName().startsWith("UTF-") || match.getName().startsWith("IBM4")) {
      return Optional.empty();
    }
    return Charset.isSupported(match.getName())
        ? Optional.of(Charset.forName(match.getName()))
        : Optional.empty();
  }
}
