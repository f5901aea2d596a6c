package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** One command. One thread. */
@Command
abstract class Task implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** Does the work and says how it ended. */
  abstract ExitCode run(Frostbyte frostbyte) throws IOException;

  @Override
  public final Integer call() throws IOException {
    return run((Frostbyte) spec().root().userObject()).number();
  }

  /** Refuses arguments that do not go together. */
  final ParameterException misuse(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  /** An argument picocli has checked to be there. */
  static <T> T given(@Nullable T argument) {
    return Objects.requireNonNull(argument);
  }

  /** Words of the command, without the program's. */
  final String words() {
    String root = spec().root().name();
    return spec().qualifiedName().substring(root.length()).strip();
  }

  /** Refuses a file that could not be written, before anything is done for it. */
  final void requireWritable(String option, Path file) {
    try {
      OutputFile.requireWritable(file);
    } catch (IOException e) {
      throw misuse(option + " " + file + " cannot be written: " + e.getMessage());
    }
  }

  private CommandSpec spec() {
    return Objects.requireNonNull(spec);
  }
}
