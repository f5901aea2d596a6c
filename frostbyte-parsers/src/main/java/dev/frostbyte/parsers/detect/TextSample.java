package dev.frostbyte.parsers.detect;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether the start and the end of a file are text, and what it says: by byte order mark, as UTF-8,
 * as UTF-16 when every other byte is zero, as plausible windows-1252, or in another encoding that
 * ICU finds likely.
 */
final class TextSample {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String UNDEFINED = "\u0081\u008d\u008f\u0090\u009d";

  private TextSample() {}

  /** The start of the text; empty for a binary file. */
  static Optional<String> of(Sample sample) {
    Optional<String> start = text(sample.head());
    if (start.isEmpty() || sample.head() == sample.tail()) {
      return start;
    }
    boolean wide = start.get().length() <= sample.head().length / 2 + 1;
    return wide
            || text(sample.tail()).isPresent()
            || plausible(new String(sample.tail(), WINDOWS), 30)
        ? start
        : Optional.empty();
  }

  private static Optional<String> text(byte[] head) {
    if (starts(head, 0xef, 0xbb, 0xbf)) {
      return decode(head, 3, StandardCharsets.UTF_8).filter(text -> plausible(text, 100));
    }
    if (starts(head, 0xff, 0xfe)) {
      return decode(head, 2, StandardCharsets.UTF_16LE).filter(text -> plausible(text, 100));
    }
    if (starts(head, 0xfe, 0xff)) {
      return decode(head, 2, StandardCharsets.UTF_16BE).filter(text -> plausible(text, 100));
    }
    return decode(head, 0, StandardCharsets.UTF_8)
        .filter(text -> plausible(text, 100))
        .or(() -> wide(head))
        .or(() -> Optional.of(new String(head, WINDOWS)).filter(text -> plausible(text, 30)))
        .or(() -> foreign(head));
  }

  /** No NUL and no other control characters: a guess alone proves nothing. */
  private static Optional<String> foreign(byte[] head) {
    for (byte value : head) {
      if (value >= 0 && value < 0x20 && "\t\n\r\f\u001b".indexOf(value) < 0) {
        return Optional.empty();
      }
    }
    return ForeignText.charset(head)
        .flatMap(charset -> decode(head, 0, charset))
        .filter(text -> plausible(text, 100));
  }

  private static Optional<String> wide(byte[] head) {
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i & 1] += head[i] == 0 ? 1 : 0;
    }
    if (Math.max(zeros[0], zeros[1]) < head.length / 5 || Math.min(zeros[0], zeros[1]) > 0) {
      return Optional.empty();
    }
    Charset charset = zeros[1] > 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    return decode(head, 0, charset).filter(text -> plausible(text, 100));
  }

  /** Strict, except that the end may cut a character. */
  private static Optional<String> decode(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult end =
        decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from), text, false);
    return end.isError() ? Optional.empty() : Optional.of(text.flip().toString());
  }

  /**
   * No NUL, next to no control characters, and no more letters beyond ASCII than so many in a
   * hundred.
   */
  private static boolean plausible(String text, int foreignPercent) {
    long controls = text.chars().filter(TextSample::isControl).count();
    long foreign = text.chars().filter(c -> c >= 0x80).count();
    return text.indexOf('\0') < 0
        && controls * 200 <= text.length()
        && foreign * 100 <= (long) foreignPercent * text.length();
  }

  private static boolean isControl(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1b;
    return (c < 0x20 && !space) || c == 0x7f || UNDEFINED.indexOf(c) >= 0 || c == 0xfffd;
  }

  private static boolean starts(byte[] bytes, int... first) {
    boolean same = bytes.length >= first.length;
    for (int i = 0; same && i < first.length; i++) {
      same = (bytes[i] & 0xff) == first[i];
    }
    return same;
  }
}
