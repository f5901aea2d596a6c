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

  /** The result; a failure, or an interrupt while waiting, as {@link FrostbyteException}. */
  static <T> T await(Future<T> future) {
    try {
      return result(future);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FrostbyteException(
          Problem.of(ProblemCode.CANCELLED, "The thread was interrupted while it waited."), e);
    }
  }

  /**
   * The result of an effect. It happens or fails whether or not somebody waits, so an interrupt
   * does not end the wait and is handed on: otherwise one file could be told two ends.
   */
  static <T> T awaitEffect(Future<T> effect) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return result(effect);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (CancellationException e) {
      throw Failures.of(e);
    } catch (ExecutionException e) {
      throw Failures.of(e.getCause() == null ? e : e.getCause());
    }
  }
}
