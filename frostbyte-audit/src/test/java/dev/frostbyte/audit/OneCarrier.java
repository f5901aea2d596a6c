package dev.frostbyte.audit;

import java.time.Duration;

/**
 * Writers as virtual threads: where the scheduler has one carrier, all system calls come from that
 * one thread, so that whoever counts calls by thread counts them all. Nothing is done by time.
 */
final class OneCarrier implements LogThreads {
  @Override
  public void write(Runnable work) {
    Thread.ofVirtual().start(work);
  }

  @Override
  public Runnable after(Duration delay, Runnable work) {
    return () -> {};
  }
}
