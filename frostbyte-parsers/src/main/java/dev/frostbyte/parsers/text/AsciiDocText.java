package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the marks of formatting off a line of AsciiDoc. */
final class AsciiDocText {
  private static final Pattern SOURCE = Pattern.compile("\\[source[^,\\]]*,([^,\\]]*)[^\\]]*\\]");
  private static final Pattern PASSED = Pattern.compile("\\+{1,3}([^+\\n]{1,2000}?)\\+{1,3}");
  private static final Pattern LINK =
      Pattern.compile(
          "(?:link:|mailto:|xref:|(?<=https:|http:))[^\\s\\[\\]]{1,2000}\\[([^\\[\\]]{0,1000})\\]");
  private static final Pattern URL_TEXT =
      Pattern.compile("https?:(?=[^\\s\\[\\]]{1,2000}\\[[^\\[\\]]{1,1000}\\])");
  private static final Pattern REFERENCE =
      Pattern.compile("<<[^<>,\\n]{1,500}(?:,([^<>\\n]{1,500}))?>>");
  private static final Pattern TARGET =
      Pattern.compile(
          "((?:link:|mailto:|xref:|https?:)[^\\s\\[\\]]{1,2000})\\[([^\\[\\]]{0,1000})\\]"
              + "|<<([^<>,\\n]{1,500})(?:,([^<>\\n]{1,500}))?>>");
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

  /** The links of a line, in order. */
  static List<Block> links(String line) {
    List<Block> links = new ArrayList<>();
    Matcher found = TARGET.matcher(line);
    while (found.find()) {
      String label = found.group(2) == null ? found.group(4) : found.group(2);
      String target = found.group(1) == null ? "#" + found.group(3).strip() : found.group(1);
      String shown = label == null || label.isBlank() ? target : plain(label);
      links.add(Block.link(shown, target.replaceFirst("^(link|xref):", ""), List.of()));
    }
    return links;
  }

  private static String group(@org.jspecify.annotations.Nullable String label) {
    return label == null ? "" : Matcher.quoteReplacement(label.strip());
  }

  /** Language of code in such a fence: of {@code [source,java]}, or behind three back ticks. */
  static String language(String style, String mark) {
    Matcher source = SOURCE.matcher(style);
    if (source.matches()) {
      return source.group(1).strip();
    }
    return mark.startsWith("```") ? mark.substring(3).strip() : "";
  }
}
