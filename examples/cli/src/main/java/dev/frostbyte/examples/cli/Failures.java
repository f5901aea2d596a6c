package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.plugin.PluginsRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.ParameterException;

/**
 * Says what stopped a command: one line on standard error, or one JSON object with {@code --json};
 * never a stack trace.
 */
final class Failures {
  private final Terminal terminal;
  private final boolean json;

  Failures(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  int usage(ParameterException failure, String[] arguments) {
    ParameterException e = Mistyped.or(failure, arguments);
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    String remedy = Mistyped.question(e) + "See '" + command + " --help'.";
    return say(
        new Problem(ProblemCode.INVALID_ARGUMENT, sentence(String.valueOf(e.getMessage())), remedy),
        ExitCode.USAGE);
  }

  int failed(Exception e) {
    return switch (e) {
      case PluginsRefusedException refused -> all(refused.problems());
      case FrostbyteException known -> say(known.problem());
      case IOException io -> say(unreadable(io));
      case UncheckedIOException io -> say(unreadable(io));
      default ->
          say(
              Problem.of(
                  ProblemCode.INTERNAL_ERROR,
                  "The command ended with " + e.getClass().getName() + "."));
    };
  }

  private int all(List<Problem> problems) {
    int worst = 0;
    for (Problem problem : problems) {
      worst = Math.max(worst, say(problem));
    }
    return worst;
  }

  private int say(Problem problem) {
    return say(problem, ExitCode.of(problem.code()));
  }

  private int say(Problem problem, ExitCode exit) {
    if (json) {
      terminal
          .err()
          .println(
              Json.line(
                  Json.object()
                      .put("code", problem.code().name())
                      .put("message", problem.message())
                      .put("remedy", problem.remedy())
                      .put("exit", exit.number())));
    } else {
      terminal.err().println("frostbyte: " + Shown.line(UntrustedText.of(problem.toString())));
    }
    return exit.number();
  }

  private static Problem unreadable(Exception e) {
    Throwable cause =
        e instanceof UncheckedIOException wrapped ? Objects.requireNonNull(wrapped.getCause()) : e;
    String what =
        switch (cause) {
          case NoSuchFileException gone -> "There is no file or folder " + gone.getFile() + ".";
          case AccessDeniedException denied -> "Access to " + denied.getFile() + " is denied.";
          case CharacterCodingException text -> "A file that must be UTF-8 text is not.";
          case FileSystemException io ->
              io.getFile() + " cannot be read or written (" + io.getClass().getSimpleName() + ").";
          default -> "A file or folder cannot be read or written" + kind(cause) + ".";
        };
    return new Problem(ProblemCode.FILE_UNREADABLE, what, "Check the path and its permissions.");
  }

  /** A plain {@link IOException} says nothing; its kinds do. */
  private static String kind(Throwable cause) {
    return cause.getClass() == IOException.class
        ? ""
        : " (" + cause.getClass().getSimpleName() + ")";
  }

  private static String sentence(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.endsWith(".") ? line : line + ".";
  }
}
