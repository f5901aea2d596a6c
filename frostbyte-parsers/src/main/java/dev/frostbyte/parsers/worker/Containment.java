package dev.frostbyte.parsers.worker;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How strongly the children of one host are contained. The first child that greets says what holds;
 * one that says anything else later gets no document, so that the level in an event is the level
 * its document was read under. Thread-safe.
 */
final class Containment {
  private final Sandbox sandbox;
  private final AtomicReference<@Nullable Lock> lock = new AtomicReference<>();

  Containment(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Whether a child with this lock may be given documents. */
  boolean admits(Lock reported) {
    if (!sandbox.satisfiedBy(reported)) {
      return false;
    }
    Lock first = lock.compareAndExchange(null, reported);
    return first == null || first == reported;
  }

  /** The level; before any child has greeted, the least that will hold. */
  String level() {
    Lock known = lock.get();
    return sandbox.level(known == null ? least() : known);
  }

  private Lock least() {
    return sandbox == Sandbox.LOCKED ? Lock.SECCOMP : Lock.NONE;
  }
}
