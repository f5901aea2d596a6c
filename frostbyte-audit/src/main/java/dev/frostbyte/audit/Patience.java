package dev.frostbyte.audit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * How long a writer waits for more callers before it writes a batch. Callers that were just
 * acknowledged often come back at once; without a moment's patience the first of them would get a
 * force of its own and all others the next. It ends as soon as as many are there as can be hoped
 * for, and never takes longer than a quarter of the last force. Guarded by the group's lock.
 */
final class Patience {
  private static final int SHARE = 4;
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(1);

  private int hoped;
  private long nanos;

  /** A batch was written: its callers may come back, besides those that wait already. */
  void begin(int waiting, int acknowledged, long writtenNanos) {
    hoped = waiting + acknowledged;
    nanos = acknowledged == 0 ? 0 : Math.min(writtenNanos / SHARE, LONGEST);
  }

  /** Whether as many wait as were hoped for. */
  boolean isOver(int waiting) {
    return waiting >= hoped;
  }

  /** Waits on the condition until it is over. */
  void await(Condition arrival, IntSupplier waiting, BooleanSupplier hurry) {
    long left = nanos;
    nanos = 0;
    try {
      while (left > 0 && !isOver(waiting.getAsInt()) && !hurry.getAsBoolean()) {
        left = arrival.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // Nobody means to interrupt a writer; written on, the file would be closed under all callers.
      hoped = 0;
    }
  }
}
