package dev.frostbyte.core.inspect;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Undoes one round of an encoding. Every decoded code point points back at the escape it came from.
 */
final class Decoder {
  private static final int LONGEST_REFERENCE = 12;
  private static final int SHORTEST_BASE64 = 16;
  private static final Map<String, Integer> NAMED =
      Map.of(
          "lt",
          (int) '<',
          "gt",
          (int) '>',
          "amp",
          (int) '&',
          "quot",
          (int) '"',
          "apos",
          (int) '\'',
          "nbsp",
          0xA0);

  private Decoder() {}

  /** ASCII letters moved by 13. */
  static View rot13(View view) {
    View.Builder out = new View.Builder(view.length());
    for (int i = 0; i < view.length(); i++) {
      out.add(rotated(view.at(i)), view.from(i), view.to(i));
    }
    return out.build();
  }

  private static int rotated(int letter) {
    int first = letter >= 'a' && letter <= 'z' ? 'a' : 'A';
    boolean ascii = letter >= first && letter < first + 26;
    return ascii ? first + (letter - first + 13) % 26 : letter;
  }

  /** HTML character references; empty when there is none. */
  static Optional<View> entities(View view) {
    View.Builder out = new View.Builder(view.length());
    boolean changed = false;
    for (int i = 0; i < view.length(); ) {
      int end = view.at(i) == '&' ? referenceEnd(view, i) : -1;
      int value = end < 0 ? -1 : reference(view.text(i + 1, end));
      if (value < 0) {
        out.add(view.at(i), view.from(i), view.to(i));
        i++;
      } else {
        out.add(value, view.from(i), view.to(end));
        i = end + 1;
        changed = true;
      }
    }
    return changed ? Optional.of(out.build()) : Optional.empty();
  }

  private static int referenceEnd(View view, int start) {
    for (int i = start + 2; i < Math.min(view.length(), start + LONGEST_REFERENCE); i++) {
      if (view.at(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static int reference(String name) {
    Integer named = NAMED.get(name);
    if (named != null) {
      return named;
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    if (!name.startsWith("#")) {
      return -1;
    }
    try {
      int value = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(value) && value > 0 ? value : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /**
   * Runs of percent escapes as UTF-8, {@code +} between words as a blank; empty when there is none.
   */
  static Optional<View> percent(View view) {
    View.Builder out = new View.Builder(view.length());
    boolean changed = false;
    for (int i = 0; i < view.length(); ) {
      int end = escapesEnd(view, i);
      if (end > i) {
        addDecoded(view, i, end, escapedBytes(view, i, end), out);
        changed = true;
        i = end;
      } else {
        out.add(view.at(i) == '+' ? ' ' : view.at(i), view.from(i), view.to(i));
        i++;
      }
    }
    return changed ? Optional.of(out.build()) : Optional.empty();
  }

  private static int escapesEnd(View view, int start) {
    int at = start;
    while (view.peek(at) == '%' && hex(view.peek(at + 1)) >= 0 && hex(view.peek(at + 2)) >= 0) {
      at += 3;
    }
    return at;
  }

  private static byte[] escapedBytes(View view, int start, int end) {
    byte[] bytes = new byte[(end - start) / 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (hex(view.at(start + 3 * i + 1)) * 16 + hex(view.at(start + 3 * i + 2)));
    }
    return bytes;
  }

  private static int hex(int codePoint) {
    return codePoint < 0x80 ? Character.digit(codePoint, 16) : -1;
  }

  /** Every run of Base64 (either alphabet) that holds text, each as a view of its own. */
  static List<View> base64(View view) {
    List<View> found = new ArrayList<>();
    for (int i = 0; i < view.length(); ) {
      int end = Base64Run.end(view, i);
      if (end - i >= SHORTEST_BASE64) {
        decodeRun(view, i, end).ifPresent(found::add);
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  /**
   * A run cut by the edge of a window may begin inside a group of four: all four are tried there.
   */
  private static Optional<View> decodeRun(View view, int start, int end) {
    for (int shift = 0; shift < (start == 0 ? 4 : 1); shift++) {
      Optional<String> text = printable(Base64Run.bytes(view, start + shift, end));
      if (text.isPresent()) {
        View.Builder out = new View.Builder(text.get().length());
        text.get().codePoints().forEach(c -> out.add(c, view.from(start), view.to(end - 1)));
        return Optional.of(out.build());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> printable(byte[] bytes) {
    for (int cut = 0; cut < Math.min(4, bytes.length); cut++) {
      Optional<String> text = utf8(bytes, bytes.length - cut);
      if (text.isPresent()
          && text.get()
              .codePoints()
              .noneMatch(c -> c < 0x20 && c != '\n' && c != '\t' && c != '\r')) {
        return text;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> utf8(byte[] bytes, int length) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static void addDecoded(View view, int start, int end, byte[] bytes, View.Builder out) {
    String text =
        utf8(bytes, bytes.length).orElseGet(() -> new String(bytes, StandardCharsets.ISO_8859_1));
    text.codePoints().forEach(c -> out.add(c, view.from(start), view.to(end - 1)));
  }

  /** Runs of tag characters read as the ASCII text they hide; empty when there is none. */
  static Optional<View> tags(View view) {
    View.Builder out = new View.Builder(64);
    boolean found = false;
    for (int i = 0; i < view.length(); i++) {
      int codePoint = view.at(i);
      if (codePoint >= 0xE0020 && codePoint <= 0xE007E) {
        out.add(codePoint - 0xE0000, view.from(i), view.to(i));
        found = true;
      }
    }
    return found ? Optional.of(out.build()) : Optional.empty();
  }
}
