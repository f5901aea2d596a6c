package dev.frostbyte.core.inspect;

/**
 * A view as a string whose indices are those of the view: what lies beyond the first plane becomes
 * U+FFFD.
 */
final class IndexedText {
  private IndexedText() {}

  static String of(View view) {
    char[] chars = new char[view.length()];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = view.at(i) < Character.MIN_SUPPLEMENTARY_CODE_POINT ? (char) view.at(i) : '\uFFFD';
    }
    return new String(chars);
  }
}
