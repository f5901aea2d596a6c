package dev.frostbyte.parsers.worker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.SynchronousQueue;
import java.util.function.IntConsumer;

/**
 * A child's conversation: one thread takes documents in and notices the end of the parent, the
 * caller's thread parses.
 */
final class ChildLoop {
  /** A document that has arrived in full. */
  record Job(TaskCodec.Order order, byte[] document) {}

  private final FrameInput in;
  private final FrameOutput out;
  private final Lock lock;
  private final IntConsumer exit;
  private final SynchronousQueue<Job> jobs = new SynchronousQueue<>();
  private final OpenParsers parsers = new OpenParsers();

  /**
   * A conversation over these streams.
   *
   * @param lock what this process has taken away from itself
   * @param exit ends the process at once, from any thread
   */
  ChildLoop(InputStream in, OutputStream out, Lock lock, IntConsumer exit) {
    this.in = new FrameInput(in);
    this.out = new FrameOutput(out);
    this.lock = lock;
    this.exit = exit;
  }

  /**
   * Greets, then serves until the child is not fit for another document.
   *
   * @return the exit code
   */
  int serve() {
    try {
      greet();
      Thread.ofPlatform().daemon().name("frostbyte-child-input").start(this::takeJobs);
      while (answer(jobs.take())) {}
      return 0;
    } catch (IOException | InterruptedException e) {
      return 1;
    } catch (OutOfMemoryError e) {
      return ChildMain.OUT_OF_MEMORY;
    }
  }

  private void greet() throws IOException {
    Frame hello = in.next().orElseThrow(() -> new IOException("the parent is gone"));
    hello.requireGreeting(FrameKind.HELLO);
    out.write(Frame.greeting(FrameKind.READY, lock));
    out.flush();
  }

  private boolean answer(Job job) throws IOException {
    ResultCodec.Answer answer = new ChildRun(parsers, job, out).run();
    out.write(new Frame(FrameKind.RESULT, ResultCodec.encode(answer)));
    out.flush();
    return answer.reusable();
  }

  private void takeJobs() {
    try {
      while (true) {
        jobs.put(nextJob());
      }
    } catch (IOException | InterruptedException e) {
      exit.accept(0);
    } catch (OutOfMemoryError e) {
      exit.accept(ChildMain.OUT_OF_MEMORY);
    }
  }

  private Job nextJob() throws IOException {
    TaskCodec.Order order = TaskCodec.decode(expect(FrameKind.TASK).payload());
    ByteArrayOutputStream document = new Exact(order.size());
    while (document.size() < order.size()) {
      document.write(expect(FrameKind.DATA).payload());
    }
    return new Job(order, document.toByteArray());
  }

  private Frame expect(FrameKind kind) throws IOException {
    Frame frame = in.next().orElseThrow(() -> new IOException("the parent is gone"));
    if (frame.kind() != kind) {
      throw new MalformedFrameException("not a frame of kind " + kind);
    }
    return frame;
  }

  /** Hands out its own array when it is full, so that a document is not held twice. */
  private static final class Exact extends ByteArrayOutputStream {
    Exact(int size) {
      super(Math.max(1, size));
    }

    @Override
    public synchronized byte[] toByteArray() {
      return count == buf.length ? buf : super.toByteArray();
    }
  }
}
