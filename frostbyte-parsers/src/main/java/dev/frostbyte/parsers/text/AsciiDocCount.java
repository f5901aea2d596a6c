package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import java.util.regex.Pattern;

/**
 * Counts what a text in AsciiDoc holds from its lines alone: letters and digits of all lines but
 * those that only say how to set others. Stateless.
 */
final class AsciiDocCount {
  private static final Pattern SETTING =
      Pattern.compile("\\[.*\\]|[a-z]+::\\S*\\[.*\\]|```\\w*|\\|===");

  private AsciiDocCount() {}

  static Expected of(String text) {
    return new Expected(
        text.lines()
            .map(String::strip)
            .filter(line -> !SETTING.matcher(line).matches())
            .mapToLong(Ink::words)
            .sum());
  }
}
