package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.UntrustedText;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes untrusted text fit for a terminal: control and format characters, which could move the
 * cursor or turn a line, appear as their number. Stateless.
 */
final class Shown {
  private Shown() {}

  static String line(UntrustedText text) {
    StringBuilder out = new StringBuilder(text.value().length());
    text.value().codePoints().forEach(point -> out.append(point(point)));
    return out.toString();
  }

  /** Keeps line feeds, and shows each other such character as its number. */
  static String lines(UntrustedText text) {
    return text.value()
        .lines()
        .map(line -> line(UntrustedText.of(line)))
        .collect(Collectors.joining("\n"));
  }

  /** White space becomes one blank; a longer text is cut and marked so. */
  static String excerpt(UntrustedText text, int characters) {
    String flat = line(UntrustedText.of(text.value().replaceAll("\\s+", " ").strip()));
    return flat.codePointCount(0, flat.length()) <= characters
        ? flat
        : flat.substring(0, flat.offsetByCodePoints(0, characters)).stripTrailing() + " […]";
  }

  private static String point(int point) {
    boolean hidden =
        switch (Character.getType(point)) {
          case Character.CONTROL,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              true;
          case Character.FORMAT -> point != 0x200c && point != 0x200d;
          default -> false;
        };
    return hidden ? String.format(Locale.ROOT, "{U+%04X}", point) : Character.toString(point);
  }
}
