package dev.frostbyte.parsers.pdf;

import java.text.Normalizer;

/** Takes presentation forms apart: ligatures of Latin, shapes of Arabic and Hebrew letters. */
final class Ligatures {
  private Ligatures() {}

  static String expanded(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isForm(text.charAt(i))) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
      }
    }
    return text;
  }

  private static boolean isForm(char c) {
    return c >= 0xfb00 && c <= 0xfdff && c != 0xfd3e && c != 0xfd3f || c >= 0xfe70 && c <= 0xfefc;
  }
}
