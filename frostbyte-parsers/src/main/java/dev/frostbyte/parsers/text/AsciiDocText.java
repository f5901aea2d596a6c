package dev.frostbyte.parsers.text;

import java.util.regex.Pattern;

/** Takes the marks of formatting off a line of AsciiDoc. */
final class AsciiDocText {
  private static final Pattern PASSED = Pattern.compile("\\+{1,3}([^+\\n]{1,2000}?)\\+{1,3}");
  private static final Pattern LINK =
      Pattern.compile(
          "(?:link:|mailto:|xref:|(?<=https:|http:))[^\\s\\[\\]]{1,2000}\\[([^\\[\\]]{0,1000})\\]");
  private static final Pattern URL_TEXT =
      Pattern.compile("https?:(?=[^\\s\\[\\]]{1,2000}\\[[^\\[\\]]{1,1000}\\])");
  private static final Pattern REFERENCE =
      Pattern.compile("<<[^<>,\\n]{1,500}(?:,([^<>\\n]{1,500}))?>>");
  private static final Pattern ANCHOR = Pattern.compile("\\[\\[[^\\[\\]\\n]{1,200}\\]\\]");
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<![\\w*_`#])(?:\\[[^\\[\\]\\n]{0,100}\\])?([*_`#]{1,2})(?=\\S)([^\\n]{1,2000}?)(?<=\\S)\\1(?![\\w*_`#])");

  private AsciiDocText() {}

  /** The words a reader sees. */
  static String plain(String line) {
    String text = ANCHOR.matcher(line).replaceAll("");
    text = URL_TEXT.matcher(text).replaceAll("link:");
    text = LINK.matcher(text).replaceAll("$1");
    text = REFERENCE.matcher(text).replaceAll(found -> group(found.group(1)));
    for (int nested = 0; nested < 3; nested++) {
      text = MARKED.matcher(text).replaceAll("$2");
    }
    return PASSED.matcher(text).replaceAll("$1").strip();
  }

  private static String group(@org.jspecify.annotations.Nullable String label) {
    return label == null ? "" : java.util.regex.Matcher.quoteReplacement(label.strip());
  }
}
