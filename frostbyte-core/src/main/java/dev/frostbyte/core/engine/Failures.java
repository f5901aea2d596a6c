package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * Brings what went wrong into the library's own form: the one place that decides the code. Of a
 * foreign exception only the class passes, since its message may quote content. Stateless.
 */
final class Failures {
  private Failures() {}

  /** Runs something that reads or writes the home and brings its failure into form. */
  static <T> T attempt(Action<T> action) {
    try {
      return action.run();
    } catch (IOException | UncheckedIOException e) {
      throw of(e);
    }
  }

  /** The failure as the library throws it. */
  static FrostbyteException of(Throwable cause) {
    return cause instanceof FrostbyteException known
        ? known
        : new FrostbyteException(problem(cause), cause);
  }

  /** What happened, as an outcome tells it. */
  static Problem problem(Throwable cause) {
    return switch (cause) {
      case FrostbyteException known -> known.problem();
      case SealBrokenException broken ->
          Problem.of(ProblemCode.INTEGRITY_BROKEN, "Stored bytes do not verify.");
      case UncheckedIOException wrapped -> problem(Objects.requireNonNull(wrapped.getCause()));
      case IOException io ->
          Problem.of(
              ProblemCode.STORAGE_FAILED, "The home cannot be read or written" + detail(io) + ".");
      case CancellationException stopped ->
          Problem.of(ProblemCode.CANCELLED, "The work was cancelled.");
      case OutOfMemoryError full ->
          Problem.of(
              ProblemCode.INTERNAL_ERROR, "The application's memory ran out during this step.");
      default ->
          Problem.of(
              ProblemCode.INTERNAL_ERROR,
              "A step of the pipeline failed (" + cause.getClass().getSimpleName() + ").");
    };
  }

  /** Says that something ended the work, not the document: such a file has no outcome yet. */
  static boolean endsTheRun(Throwable cause) {
    return cause instanceof FrostbyteException known
        && switch (known.problem().code()) {
          case AUDIT_UNAVAILABLE, CANCELLED -> true;
          default -> false;
        };
  }

  /** A plain {@link IOException} says nothing; its kinds do, such as a denied access. */
  private static String detail(IOException cause) {
    return cause.getClass() == IOException.class
        ? ""
        : " (" + cause.getClass().getSimpleName() + ")";
  }

  /** Something that reads or writes the home. */
  @FunctionalInterface
  interface Action<T> {
    T run() throws IOException;
  }
}
