package dev.frostbyte.core.document;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a link may lead in what we write: to the web, to mail, or to a place in the document.
 * Everything else, which could run or open something on the reader's machine, stays text.
 * Stateless.
 */
final class LinkTarget {
  private static final Pattern HARMLESS =
      Pattern.compile("(?is)(https?://[^/?#@\\\\]+([/?#].*)?|mailto:[^?].*|#.+)");

  /** RFC 3986, 2.2 and 2.3, without brackets, apostrophe and what has a meaning in Markdown. */
  private static final String KEPT = "-._~:/?#@!$&*+,;=%";

  private static final int LONGEST = 2_000;

  private LinkTarget() {}

  /**
   * The target with everything percent-encoded that could end it, in a URL, an attribute, a link of
   * Markdown or a cell of a table; empty when it is none to follow, or too long for one.
   */
  static Optional<String> of(String written) {
    String target = written.strip();
    if (target.length() > LONGEST || !HARMLESS.matcher(target).matches()) {
      return Optional.empty();
    }
    StringBuilder out = new StringBuilder(target.length());
    target.codePoints().forEach(point -> append(out, point));
    return Optional.of(out.toString());
  }

  private static void append(StringBuilder out, int point) {
    String character = Character.toString(point);
    if (Character.isLetterOrDigit(point) || KEPT.contains(character)) {
      out.append(character);
      return;
    }
    for (byte each : character.getBytes(StandardCharsets.UTF_8)) {
      out.append(String.format(Locale.ROOT, "%%%02X", each));
    }
  }
}
