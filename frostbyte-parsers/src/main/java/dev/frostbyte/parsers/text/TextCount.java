package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what a plain text holds from its decoded characters alone: all signs but the marks that
 * underline a heading or begin an item. Stateless.
 */
final class TextCount {
  private static final Pattern RULE = Pattern.compile("[=~-]++");
  private static final Pattern MARK =
      Pattern.compile("(?:[-*+•‣–]|\\d{1,3}[.)]|\\(?[a-z]\\))(?=\\s)");

  private TextCount() {}

  /** Reads the text once more; of a text that was read to its end, whose lines fit. */
  static Expected of(TextStream text) throws IOException {
    long count = 0;
    try (BufferedReader lines = new BufferedReader(text.open())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        count += line(line.strip());
      }
    }
    return new Expected(count);
  }

  private static long line(String line) {
    if (RULE.matcher(line).matches()) {
      return 0;
    }
    Matcher mark = MARK.matcher(line);
    return Ink.of(mark.lookingAt() ? line.substring(mark.end()) : line);
  }
}
