package dev.frostbyte.bench.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that do something again and again, each waiting for its end before it goes on. */
final class Callers {
  private Callers() {}

  /** Runs them together for a time; milliseconds of every call, in no order. */
  static double[] run(int callers, double seconds, Call call) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Callable<List<Double>>> work = new ArrayList<>();
    for (int caller = 0; caller < callers; caller++) {
      int number = caller;
      work.add(() -> repeat(number, end, call));
    }
    List<Double> millis = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      for (Future<List<Double>> done : threads.invokeAll(work)) {
        millis.addAll(done.get());
      }
    }
    return millis.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> repeat(int caller, long end, Call call) throws Exception {
    List<Double> millis = new ArrayList<>();
    long now = System.nanoTime();
    while (now < end) {
      call.of(caller);
      long done = System.nanoTime();
      millis.add((done - now) / 1e6);
      now = done;
    }
    return millis;
  }

  /** What a caller does. */
  @FunctionalInterface
  interface Call {
    void of(int caller) throws Exception;
  }
}
