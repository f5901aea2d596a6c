package dev.frostbyte.core.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * One tenant's documents on the workers all tenants share. A tenant stands in the workers' queue at
 * most once, and goes to its end with each document that begins: tenants take turns, document by
 * document, and one with many documents does not keep another waiting for more than those that run
 * already. A tenant alone uses all workers. Thread-safe.
 */
final class TenantTurns {
  private final Executor workers;
  private final Deque<FutureTask<?>> waiting = new ArrayDeque<>();
  private boolean queued;

  TenantTurns(Executor workers) {
    this.workers = workers;
  }

  /** Runs the task when it is its turn; cancelled when the workers end before. */
  <T> Future<T> submit(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    synchronized (waiting) {
      waiting.add(future);
      queue();
    }
    return future;
  }

  private void turn() {
    FutureTask<?> next;
    synchronized (waiting) {
      queued = false;
      next = waiting.poll();
      queue();
    }
    if (next != null) {
      next.run();
    }
  }

  /** Takes a place in the workers' queue unless there is one already. */
  private void queue() {
    if (queued || waiting.isEmpty()) {
      return;
    }
    try {
      workers.execute(this::turn);
      queued = true;
    } catch (RejectedExecutionException ended) {
      waiting.forEach(task -> task.cancel(false));
      waiting.clear();
    }
  }
}
