package dev.frostbyte.examples.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Finds the word that was mistyped and what may have been meant. Picocli takes the first word that
 * names a command for the command: of {@code audt acme verify} it would say what {@code verify}
 * lacks. Stateless.
 */
final class Mistyped {
  private static final int MOST = 3;

  private Mistyped() {}

  /** The same failure, or that the first word names no command. */
  static ParameterException or(ParameterException failure, String[] arguments) {
    CommandLine root = failure.getCommandLine();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Optional<String> word = firstWord(root, arguments);
    return word.isEmpty() || root.getSubcommands().containsKey(word.get())
        ? failure
        : new UnmatchedArgumentException(root, List.of(word.get()));
  }

  /** A question to ask, with a blank after it; empty when nothing is near. */
  static String question(ParameterException failure) {
    List<String> near =
        failure instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions().stream().limit(MOST).toList()
            : List.of();
    return near.isEmpty() ? "" : "Did you mean '" + String.join("' or '", near) + "'? ";
  }

  /** The first argument that is neither an option nor its value; empty after an unknown option. */
  private static Optional<String> firstWord(CommandLine root, String[] arguments) {
    int at = 0;
    while (at < arguments.length && arguments[at].startsWith("-")) {
      String[] parts = arguments[at].split("=", 2);
      OptionSpec option = root.getCommandSpec().findOption(parts[0]);
      if (option == null) {
        return Optional.empty();
      }
      at += 1 + (parts.length == 1 ? option.arity().min() : 0);
    }
    return at < arguments.length ? Optional.of(arguments[at]) : Optional.empty();
  }
}
