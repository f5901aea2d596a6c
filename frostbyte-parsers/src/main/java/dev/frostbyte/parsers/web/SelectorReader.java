package dev.frostbyte.parsers.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lists of selectors by the grammar of CSS (Selectors Level 4, 3.10 and 17). A list with one
 * invalid selector is invalid as a whole, as in browsers. One thread.
 */
final class SelectorReader {
  private static final int MOST_PARTS = 64;
  private static final int MOST_LETTERS = 4_096;
  private static final int CLASS = 1_000;
  private static final int ID = 1_000_000;
  private static final int MOST_SPECIFIC = 900;

  private static final String LETTERS = "(?:[\\w\\x80-\\x{10ffff}-]++";
  private static final String ESCAPED = "\\\\(?:[0-9a-fA-F]{1,6}\\s?+|[^\\n\\r\\f0-9a-fA-F])";
  private static final Pattern HASH = Pattern.compile(LETTERS + "|" + ESCAPED + ")++");
  private static final Pattern NAME =
      Pattern.compile("(?=--|-?(?:[a-zA-Z_\\x80-\\x{10ffff}]|\\\\[^\\n\\r\\f]))" + HASH.pattern());
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:([0-9a-fA-F]{1,6})[ \\t\\n\\r\\f]?|(.))", Pattern.DOTALL);
  private static final Pattern COMBINATOR = Pattern.compile("\\s*+([>+~])\\s*+|\\s++");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\[\\s*+(?:\\*?\\|(?!=))?("
              + NAME.pattern()
              + ")\\s*+(?:([~|^$*]?=)\\s*+(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|'((?:[^'\\\\]++|\\\\.)*+)'|("
              + NAME.pattern()
              + "))\\s*+([iIsS])?\\s*+)?\\]",
          Pattern.DOTALL);

  /** Attributes of HTML whose values have no case (HTML, 4.16.2). */
  private static final Set<String> CASELESS =
      Set.of(
          ("accept accept-charset align alink axis bgcolor charset checked clear codetype color"
                  + " compact declare defer dir direction disabled enctype face frame hreflang"
                  + " http-equiv lang language link media method multiple nohref noresize noshade"
                  + " nowrap readonly rel rev rules scope scrolling selected shape target text type"
                  + " valign valuetype vlink")
              .split(" "));

  private final String text;
  private final SelectorDepth depth;
  private final List<CssSelector.Part> parts = new ArrayList<>();
  private List<SimpleSelector> tests = new ArrayList<>();
  private String key = SelectorKey.ANY;
  private int at;
  private int ids;
  private int classes;
  private int names;
  private int inner;
  private boolean judged = true;
  private boolean behindElement;

  private SelectorReader(String text, SelectorDepth depth) {
    this.text = text.strip();
    this.depth = depth;
  }

  /**
   * The selectors of a list.
   *
   * @throws IllegalArgumentException when one of them is not valid
   */
  static List<CssSelector> list(String selectors) {
    return list(selectors, SelectorDepth.OUTSIDE);
  }

  static List<CssSelector> list(String selectors, SelectorDepth depth) {
    return StyleRules.split(selectors).stream()
        .map(each -> new SelectorReader(each, depth).read(' '))
        .toList();
  }

  /** Selectors that may begin with a combinator (Selectors Level 4, 17: relative selectors). */
  static List<CssSelector> relative(String selectors, SelectorDepth depth) {
    return StyleRules.split(selectors).stream()
        .map(each -> new SelectorReader(each, depth))
        .map(each -> each.read(each.leading()))
        .toList();
  }

  /** The only selector of a text. */
  static CssSelector one(String selector) {
    return new SelectorReader(selector, SelectorDepth.OUTSIDE).read(' ');
  }

  private char leading() {
    boolean sign = !text.isEmpty() && ">+~".indexOf(text.charAt(0)) >= 0;
    return sign ? combinator() : ' ';
  }

  private CssSelector read(char first) {
    if (text.length() > MOST_LETTERS) {
      return new CssSelector(List.of(part(first)), 0, false);
    }
    char combinator = first;
    boolean more = true;
    while (more) {
      compound();
      judged &= parts.size() < MOST_PARTS;
      parts.add(part(combinator));
      more = at < text.length();
      combinator = more ? combinator() : ' ';
    }
    int skipped = Math.max(0, parts.size() - MOST_PARTS); // Fewer parts match more, never less.
    int own = ID * few(ids) + CLASS * few(classes) + few(names);
    return new CssSelector(parts.subList(skipped, parts.size()), own + inner, judged);
  }

  private CssSelector.Part part(char combinator) {
    return new CssSelector.Part(combinator, List.copyOf(tests), key);
  }

  private static int few(int count) {
    return Math.min(MOST_SPECIFIC, count);
  }

  private char combinator() {
    Matcher found = at(COMBINATOR);
    if (behindElement) {
      throw invalid();
    }
    String sign = found.group(1);
    return sign == null ? ' ' : sign.charAt(0);
  }

  private void compound() {
    tests = new ArrayList<>();
    key = SelectorKey.ANY;
    int start = at;
    type();
    while (at < text.length() && "#.[:&".indexOf(text.charAt(at)) >= 0) {
      if (behindElement && text.charAt(at) != ':') {
        throw invalid();
      }
      simple(text.charAt(at));
    }
    if (at == start) {
      throw invalid();
    }
  }

  private void type() {
    at += text.startsWith("*|", at) ? 2 : 0;
    if (text.startsWith("*", at)) {
      at++;
    } else if (NAME.matcher(text).region(at, text.length()).lookingAt()) {
      String name = plain(at(NAME).group());
      tests.add(SimpleSelector.name(name));
      key = lower(name);
      names++;
    }
  }

  private void simple(char sign) {
    switch (sign) {
      case '#' -> word("id", "#", HASH);
      case '.' -> word("class", ".", NAME);
      case '[' -> attribute(at(ATTRIBUTE));
      case '&' -> {
        at++;
        tests.add(SimpleSelector.ROOT);
      }
      default -> pseudo();
    }
  }

  private void word(String attribute, String sign, Pattern pattern) {
    at++;
    String word = plain(at(pattern).group());
    tests.add(SimpleSelector.word(attribute, word));
    boolean id = sign.equals("#");
    ids += id ? 1 : 0;
    classes += id ? 0 : 1;
    key = id || !key.startsWith("#") ? sign + lower(word) : key;
  }

  private void attribute(Matcher found) {
    String name = lower(plain(found.group(1)));
    String relation = found.group(2) == null ? "" : found.group(2);
    String value = "";
    for (int group = 3; group <= 5; group++) {
      value = found.group(group) == null ? value : plain(found.group(group));
    }
    String flag = found.group(6) == null ? "" : lower(found.group(6));
    boolean anyCase = flag.equals("i") || flag.isEmpty() && CASELESS.contains(name);
    tests.add(SimpleSelector.attribute(name, relation, value, anyCase));
    classes++;
    key = key.startsWith("#") || key.startsWith(".") ? key : "[" + name;
  }

  private void pseudo() {
    at++;
    boolean part = text.startsWith(":", at);
    at += part ? 1 : 0;
    String name = lower(plain(at(NAME).group()));
    boolean asks = text.startsWith("(", at);
    String argument = asks ? argument() : "";
    PseudoClass found =
        part
            ? PseudoClass.ofElement(name, asks)
            : PseudoClass.of(name, asks, argument, depth.below());
    boolean element = part || PseudoClass.isElement(name);
    if (element && depth.isInside() || behindElement && found.test() != SimpleSelector.NEVER) {
      throw invalid();
    }
    behindElement |= element;
    tests.add(found.test());
    classes += found.counts() ? 1 : 0;
    inner = Math.max(inner, found.inner());
    judged &= found.judged();
  }

  /** What stands in the parentheses here; strings in it may have some too. */
  private String argument() {
    int start = at + 1;
    int open = 0;
    char quote = 0;
    for (; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '\\') {
        at++;
      } else if (quote != 0 || letter == '"' || letter == '\'') {
        quote = quote == 0 ? letter : quote == letter ? 0 : quote;
      } else {
        open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      }
      if (open == 0) {
        return text.substring(start, at++).strip();
      }
    }
    throw invalid();
  }

  private Matcher at(Pattern pattern) {
    Matcher found = pattern.matcher(text).region(at, text.length());
    if (!found.lookingAt()) {
      throw invalid();
    }
    at = found.end();
    return found;
  }

  private IllegalArgumentException invalid() {
    return new IllegalArgumentException("No selector of CSS at letter " + at + "; leave it out.");
  }

  private static String plain(String escaped) {
    return ESCAPE
        .matcher(escaped)
        .replaceAll(
            each ->
                Matcher.quoteReplacement(
                    each.group(1) == null ? each.group(2) : letter(each.group(1))));
  }

  private static String letter(String code) {
    int letter = Integer.parseInt(code, 16);
    boolean real = letter > 0 && letter <= Character.MAX_CODE_POINT;
    return Character.toString(real ? letter : 0xfffd);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
