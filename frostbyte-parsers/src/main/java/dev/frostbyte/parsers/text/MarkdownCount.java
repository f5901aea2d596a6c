package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what a text in Markdown holds from its lines alone: letters and digits but those that are
 * syntax, namely numbers of items, names of languages, addresses of pictures, labels that refer and
 * what they are defined as, and character references. Each letter is looked at once. One thread.
 */
final class MarkdownCount {
  private static final Pattern LEAD =
      Pattern.compile("[\\s>]*+(?:(?:[-*+]|\\d{1,9}[.)])(?=\\s)[\\s>]*+)*+");
  private static final Pattern FENCE = Pattern.compile("(?:```|~~~)[^`]*+");
  private static final Pattern DEFINITION = Pattern.compile("\\[[^\\^\\]][^\\]]{0,999}+\\]:.*+");
  private static final Pattern UNSEEN =
      Pattern.compile("&#?\\w{1,31};|<[bB][rR]\\s{0,9}/?>|\\[\\^[^\\]]{1,999}\\]:?");

  /** Whether each bracket that is open belongs to a picture; of one paragraph. */
  private final Deque<Boolean> brackets = new ArrayDeque<>();

  private MarkdownCount() {}

  static Expected of(String text) {
    MarkdownCount count = new MarkdownCount();
    return new Expected(text.lines().mapToLong(count::line).sum());
  }

  private long line(String line) {
    if (line.isBlank()) {
      brackets.clear();
    }
    Matcher lead = LEAD.matcher(line);
    String body = lead.lookingAt() ? line.substring(lead.end()) : line;
    boolean syntax = FENCE.matcher(body).matches() || DEFINITION.matcher(body).matches();
    return syntax ? 0 : Ink.words(seen(UNSEEN.matcher(body).replaceAll("")));
  }

  private CharSequence seen(String line) {
    StringBuilder seen = new StringBuilder(line.length());
    for (int at = 0; at < line.length(); at++) {
      char letter = line.charAt(at);
      if (letter == '[') {
        brackets.push(at > 0 && line.charAt(at - 1) == '!');
      } else if (letter == ']' && !brackets.isEmpty()) {
        at = behind(line, at, brackets.pop());
      } else {
        seen.append(letter);
      }
    }
    return seen;
  }

  /** The last letter of what follows a bracket and is not shown: a label or a picture's address. */
  private static int behind(String line, int bracket, boolean picture) {
    boolean label = line.startsWith("[", bracket + 1);
    boolean address = picture && line.startsWith("(", bracket + 1);
    int end = label || address ? line.indexOf(label ? ']' : ')', bracket + 2) : -1;
    return Math.max(bracket, end);
  }
}
