package dev.frostbyte.parsers.worker;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * All children of a host: spares that serve nobody yet, and children bound to a seat, at work or
 * idle. Bound children never change seats; when their number is used up, the child that has been
 * idle longest ends. Thread-safe.
 */
final class ChildPool {
  private static final int ATTEMPTS = 3;

  private record Bound(ProcessSeat seat, Child child) {}

  private final ProcessHostConfig config;
  private final ChildCommand command;
  private final Containment containment;
  private final Semaphore permits;
  private final Object lock = new Object();
  private final Deque<Child> spares = new ArrayDeque<>();
  private final List<Bound> idle = new ArrayList<>();
  private final List<Bound> busy = new ArrayList<>();
  private boolean closed;

  ChildPool(ProcessHostConfig config, ChildCommand command) {
    this.config = config;
    this.command = command;
    this.containment = new Containment(config.sandbox());
    this.permits = new Semaphore(config.children(), true);
  }

  /** Starts children ahead of need; returns without waiting for them. */
  void startSpares() throws IOException {
    synchronized (lock) {
      requireOpen();
      while (spares.size() < config.spares()) {
        spares.add(start());
      }
    }
  }

  /**
   * A child of this seat that is ready for a document; blocks while all are at work.
   *
   * @throws IOException when seat or host is closed, or no child starts
   */
  Child take(ProcessSeat seat) throws IOException {
    acquire();
    Child ready = null;
    try {
      ready = ready(seat);
      startSpares();
      return ready;
    } catch (IOException | RuntimeException e) {
      if (ready == null) {
        permits.release();
      } else {
        giveBack(seat, ready);
      }
      throw e;
    }
  }

  /** Takes a child back; it idles for its seat, or ends when it is not fit for more. */
  void giveBack(ProcessSeat seat, Child child) {
    boolean keep = child.fit() && child.served() < config.documentsPerChild();
    synchronized (lock) {
      busy.removeIf(bound -> bound.child() == child);
      keep &= !closed && !seat.closed();
      if (keep) {
        idle.add(new Bound(seat, child));
      }
    }
    if (!keep) {
      child.end();
    }
    permits.release();
  }

  /** Ends every child of a seat, at work or idle. */
  void leave(ProcessSeat seat) {
    List<Child> leaving = new ArrayList<>();
    synchronized (lock) {
      busy.stream().filter(bound -> bound.seat() == seat).map(Bound::child).forEach(leaving::add);
      idle.stream().filter(bound -> bound.seat() == seat).map(Bound::child).forEach(leaving::add);
      idle.removeIf(bound -> bound.seat() == seat);
    }
    leaving.forEach(Child::end);
  }

  /** Ends every child. */
  void close() {
    List<Child> leaving = new ArrayList<>();
    synchronized (lock) {
      closed = true;
      leaving.addAll(spares);
      idle.forEach(bound -> leaving.add(bound.child()));
      busy.forEach(bound -> leaving.add(bound.child()));
      spares.clear();
      idle.clear();
    }
    leaving.forEach(Child::end);
  }

  /** How strongly its children are contained. */
  String level() {
    return containment.level();
  }

  /** Process ids of all children, for tests. */
  List<Long> ids() {
    synchronized (lock) {
      List<Long> ids = new ArrayList<>();
      spares.forEach(child -> ids.add(child.id()));
      idle.forEach(bound -> ids.add(bound.child().id()));
      busy.forEach(bound -> ids.add(bound.child().id()));
      return ids;
    }
  }

  private Child ready(ProcessSeat seat) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Child child = bind(seat);
      if (child.ready(config.startup())) {
        return child;
      }
      release(child);
    }
    throw new IOException(
        "no parser process could be started with "
            + command.executable()
            + " under the sandbox "
            + config.sandbox()
            + "; check that this Java runs, the memory of the machine, and that the sandbox works"
            + " on it");
  }

  private Child bind(ProcessSeat seat) throws IOException {
    synchronized (lock) {
      requireOpen();
      if (seat.closed()) {
        throw new IOException("the parser seat is closed; open another");
      }
      Child child = choose(seat);
      busy.add(new Bound(seat, child));
      return child;
    }
  }

  private Child choose(ProcessSeat seat) throws IOException {
    for (Iterator<Bound> own = idle.iterator(); own.hasNext(); ) {
      Bound bound = own.next();
      if (bound.seat() == seat) {
        own.remove();
        return bound.child();
      }
    }
    while (busy.size() + idle.size() >= config.children() && !idle.isEmpty()) {
      idle.removeFirst().child().end();
    }
    Child spare = spares.poll();
    return spare == null ? start() : spare;
  }

  private void release(Child child) {
    synchronized (lock) {
      busy.removeIf(bound -> bound.child() == child);
    }
    child.end();
  }

  private Child start() throws IOException {
    return new Child(ChildProcess.start(command), containment, config.blockBytes());
  }

  private void acquire() throws IOException {
    try {
      permits.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for a parser process");
    }
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the parser host is closed; open another");
    }
  }
}
