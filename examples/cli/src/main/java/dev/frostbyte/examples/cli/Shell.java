package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.UntrustedText;
import java.util.regex.Pattern;

/** Writes arguments so that a POSIX shell reads them back as they are. Stateless. */
final class Shell {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private Shell() {}

  /** One argument; characters a terminal would act on are shown by number. */
  static String word(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + Shown.line(UntrustedText.of(argument)).replace("'", "'\\''") + "'";
  }
}
