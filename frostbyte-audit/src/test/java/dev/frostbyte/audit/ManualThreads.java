package dev.frostbyte.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Real writers, and a timer that rings when the test says so. Thread-safe. */
final class ManualThreads implements LogThreads {
  private final LogThreads writers = new DaemonThreads();
  private final List<Alarm> alarms = new ArrayList<>();
  private int writing;

  @Override
  public synchronized void write(Runnable work) {
    writing++;
    writers.write(
        () -> {
          work.run();
          ended();
        });
  }

  private synchronized void ended() {
    writing--;
    notifyAll();
  }

  /** Waits until no writer works; with nobody calling, none will. */
  synchronized void awaitIdle() {
    boolean interrupted = false;
    while (writing > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized Runnable after(Duration delay, Runnable work) {
    Alarm alarm = new Alarm(delay, work);
    alarms.add(alarm);
    return () -> cancel(alarm);
  }

  private synchronized void cancel(Alarm alarm) {
    alarms.remove(alarm);
  }

  /** Delays of the alarms that were set and have not rung. */
  synchronized List<Duration> delays() {
    return alarms.stream().map(Alarm::delay).toList();
  }

  /** Rings every alarm that is set. */
  void ring() {
    taken().forEach(alarm -> alarm.work.run());
  }

  private synchronized List<Alarm> taken() {
    List<Alarm> taken = List.copyOf(alarms);
    alarms.clear();
    return taken;
  }

  private record Alarm(Duration delay, Runnable work) {}
}
