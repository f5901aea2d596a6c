package dev.frostbyte.parsers.web;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Rules of the page's own style sheets, applied to its elements. Only rules that can hide something
 * are taken, the later one wins, and what stands inside other at-rules than {@code screen} media is
 * left out.
 */
final class StyleRules {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);
  private static final Pattern MEDIA =
      Pattern.compile(
          "@media\\s+(?:only\\s+)?(?:all|screen)\\s*\\{((?:[^{}]*+\\{[^{}]*+\\})*+)\\s*\\}");
  private static final Pattern AT_BLOCK =
      Pattern.compile("@[^;{}]*+\\{(?:[^{}]*+\\{[^{}]*+\\})*+[^{}]*+\\}|@[^;{}]*+;");
  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)(?:display|visibility|opacity|filter|font|color|background|position|left|top|right"
              + "|bottom|indent|margin|transform|clip|width|height|overflow|white-space)");
  private static final int MOST_RULES = 500;
  private static final int MOST_CHARACTERS = 1 << 20;

  private StyleRules() {}

  /** What the sheets say about each element; elements they do not touch are absent. */
  static Map<Element, Declarations> apply(Document page) {
    Map<Element, Declarations> styles = new IdentityHashMap<>();
    StringBuilder sheet = new StringBuilder();
    page.select("style").forEach(style -> sheet.append(style.data()).append('\n'));
    sheet.setLength(Math.min(sheet.length(), MOST_CHARACTERS));
    String flat = COMMENT.matcher(sheet).replaceAll(" ");
    flat = MEDIA.matcher(flat).replaceAll("$1");
    Matcher rule = RULE.matcher(AT_BLOCK.matcher(flat).replaceAll(" "));
    for (int taken = 0; taken < MOST_RULES && rule.find(); ) {
      if (TELLING.matcher(rule.group(2)).find()) {
        taken++;
        apply(page, rule.group(1).strip(), Declarations.parse(rule.group(2)), styles);
      }
    }
    return styles;
  }

  private static void apply(
      Document page, String selector, Declarations said, Map<Element, Declarations> styles) {
    try {
      for (Element element : page.select(selector)) {
        styles.merge(element, said, Declarations::then);
      }
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      // A selector for a state or a pseudo-element: it hides nothing of the page at rest.
    }
  }
}
