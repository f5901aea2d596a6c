package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One running child and the threads on its pipes. Nobody waits on a pipe itself, since a pipe that
 * a grandchild inherited never ends: frames come through a bounded queue, which also holds the
 * child back. Thread-safe; whoever starts it ends it.
 */
final class ChildProcess {
  private static final int FRAMES_IN_FLIGHT = 16;
  private static final int GRACE_SECONDS = 5;

  private final Process process;
  private final Path folder;
  private final HandedFiles files;
  private final FrameOutput out;
  private final Thread reader;
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(FRAMES_IN_FLIGHT);
  private final AtomicLong errorBytes = new AtomicLong();
  private volatile boolean ended;

  private ChildProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
    this.files = new HandedFiles(folder);
    this.out = new FrameOutput(process.getOutputStream());
    this.reader = daemon("frames", this::readFrames);
  }

  /** Starts a child and greets it, without waiting for its answer. */
  static ChildProcess start(ChildCommand command) throws IOException {
    Path folder = TempFolder.make();
    try {
      ChildProcess child = new ChildProcess(command.start(folder), folder);
      child.reader.start();
      child.daemon("errors", child::drainErrors).start();
      child.out.write(Frame.greeting(FrameKind.HELLO, Lock.NONE));
      child.out.flush();
      return child;
    } catch (IOException e) {
      TempFolder.delete(folder);
      throw e;
    }
  }

  /** Sends a task and its document from a thread of their own; a failing source is an event. */
  Thread send(TaskCodec.Order order, DocumentSource source) {
    TaskCodec.Order reachable = order.with(files.into(order.task()));
    Thread writer = daemon("document", () -> write(reachable, source));
    writer.start();
    return writer;
  }

  /** The next event, or {@link Event.Silent} after so long. */
  Event next(long nanos) throws InterruptedIOException {
    if (ended) {
      return new Event.Ended();
    }
    try {
      Event event = events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return event == null ? new Event.Silent() : event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a parser process was at work");
    }
  }

  /** Whether it runs and has said nothing unasked. */
  boolean quiet() {
    return !ended && process.isAlive() && events.isEmpty();
  }

  /** Whether {@link #end} was called. */
  boolean ended() {
    return ended;
  }

  /** Exit code once it has ended by itself; empty when it does not end. */
  Optional<Integer> exitCode() {
    try {
      boolean exited = process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
      return exited ? Optional.of(process.exitValue()) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Bytes it has written to standard error, all discarded. */
  long errorBytes() {
    return errorBytes.get();
  }

  /** Process id. */
  long id() {
    return process.pid();
  }

  /** Kills it with everything it started and deletes its folder. Idempotent. */
  void end() {
    ended = true;
    ProcessHandle[] descendants = process.descendants().toArray(ProcessHandle[]::new);
    process.destroyForcibly();
    for (ProcessHandle descendant : descendants) {
      descendant.destroyForcibly();
    }
    reader.interrupt();
    events.offer(new Event.Ended());
    process.onExit().thenRun(() -> TempFolder.delete(folder));
    exitCode();
    TempFolder.delete(folder);
  }

  private void readFrames() {
    FrameInput in = new FrameInput(process.getInputStream());
    try {
      Optional<Frame> frame = in.next();
      while (frame.isPresent()) {
        events.put(new Event.Arrived(frame.get()));
        frame = in.next();
      }
      events.put(new Event.Ended());
    } catch (MalformedFrameException e) {
      report(new Event.Garbled());
    } catch (IOException e) {
      report(new Event.Ended());
    } catch (InterruptedException e) {
      // The child was ended; nobody listens any more.
    }
  }

  private void write(TaskCodec.Order order, DocumentSource source) {
    try (InputStream stream = source.stream()) {
      DocumentFrames document = new DocumentFrames(stream, order.size());
      if (put(new Frame(FrameKind.TASK, TaskCodec.encode(order)))) {
        Optional<Frame> frame = document.next();
        while (frame.isPresent() && put(frame.get())) {
          frame = document.next();
        }
      }
    } catch (IOException | RuntimeException e) {
      report(new Event.SourceFailed(e));
    }
  }

  /** False when the child is gone, which its reader reports. */
  private boolean put(Frame frame) {
    try {
      out.write(frame);
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void drainErrors() {
    byte[] buffer = new byte[8192];
    try (InputStream in = process.getErrorStream()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        errorBytes.addAndGet(count);
      }
    } catch (IOException e) {
      // The child is gone.
    }
  }

  private void report(Event event) {
    try {
      events.put(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Thread daemon(String what, Runnable work) {
    String name = "frostbyte-parser-" + process.pid() + "-" + what;
    return Thread.ofPlatform().daemon().name(name).unstarted(work);
  }
}
