package dev.frostbyte.core.inspect;

import java.io.ByteArrayOutputStream;

/** A run of Base64 letters in a view, either alphabet (RFC 4648), line breaks inside allowed. */
final class Base64Run {
  private Base64Run() {}

  /** One past the last letter of the run that begins here; the start itself when none begins. */
  static int end(View view, int start) {
    int at = start;
    while (value(view.peek(at)) >= 0 || wraps(view, at, start)) {
      at++;
    }
    while (view.peek(at) == '=') {
      at++;
    }
    return at == start || value(view.peek(start)) < 0 ? start : at;
  }

  private static boolean wraps(View view, int at, int start) {
    return view.peek(at) == '\n' && at > start + 30 && value(view.peek(at + 1)) >= 0;
  }

  static byte[] bytes(View view, int start, int end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream((end - start) * 3 / 4 + 3);
    int bits = 0;
    int held = 0;
    for (int i = start; i < end; i++) {
      int value = value(view.at(i));
      if (value < 0) {
        continue;
      }
      bits = (bits << 6 | value) & 0xFFFFFF;
      held += 6;
      if (held >= 8) {
        held -= 8;
        out.write(bits >> held);
      }
    }
    return out.toByteArray();
  }

  private static int value(int codePoint) {
    if (codePoint >= 'A' && codePoint <= 'Z') {
      return codePoint - 'A';
    }
    if (codePoint >= 'a' && codePoint <= 'z') {
      return codePoint - 'a' + 26;
    }
    if (codePoint >= '0' && codePoint <= '9') {
      return codePoint - '0' + 52;
    }
    return codePoint == '+' || codePoint == '-'
        ? 62
        : codePoint == '/' || codePoint == '_' ? 63 : -1;
  }
}
