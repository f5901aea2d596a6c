package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits for results and brings failures into the library's own form. */
final class Futures {
  private Futures() {}

  /** The result; a failure as {@link FrostbyteException}. */
  static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FrostbyteException(
          Problem.of(ProblemCode.CANCELLED, "The thread was interrupted while it waited."), e);
    } catch (CancellationException e) {
      throw new FrostbyteException(Problem.of(ProblemCode.CANCELLED, "The work was cancelled."), e);
    } catch (ExecutionException e) {
      throw failure(e.getCause() == null ? e : e.getCause());
    }
  }

  private static FrostbyteException failure(Throwable cause) {
    if (cause instanceof FrostbyteException known) {
      return known;
    }
    boolean io =
        cause instanceof java.io.IOException || cause instanceof java.io.UncheckedIOException;
    ProblemCode code = io ? ProblemCode.STORAGE_FAILED : ProblemCode.INTERNAL_ERROR;
    return new FrostbyteException(Problem.of(code, "A step of the pipeline failed."), cause);
  }
}
