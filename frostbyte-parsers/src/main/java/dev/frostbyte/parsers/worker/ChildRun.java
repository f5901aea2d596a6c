package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import java.io.IOException;
import java.time.Duration;

/** One document in a child: sends what its parser emits and notices threads that are left. */
final class ChildRun {
  /** How long a block may wait for others: what waits is lost when the child is killed. */
  private static final long LONGEST_WAIT = Duration.ofMillis(200).toNanos();

  private final OpenParsers parsers;
  private final ChildLoop.Job job;
  private final FrameOutput out;
  private long flushed = System.nanoTime() - LONGEST_WAIT;

  ChildRun(OpenParsers parsers, ChildLoop.Job job, FrameOutput out) {
    this.parsers = parsers;
    this.job = job;
    this.out = out;
  }

  /** Never throws for what the document does, except {@link OutOfMemoryError}. */
  ResultCodec.Answer run() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    int before = group.activeCount();
    TaskCodec.Order order = job.order();
    ResultCodec.Answer answer =
        new ParserRun(parsers, order.task(), order.limits(), job.document(), this::send).run();
    boolean clean = group.activeCount() <= before;
    return new ResultCodec.Answer(answer.result(), answer.reusable() && clean);
  }

  private void send(Block block) throws IOException {
    byte[] encoded = BlockEncoder.encode(block);
    if (encoded.length > job.order().blockBytes()) {
      throw new BudgetReachedException("blockMegabytes", job.order().blockBytes() >> 20);
    }
    out.writeLong(FrameKind.BLOCK_PART, FrameKind.BLOCK, encoded);
    flushSometimes();
  }

  private void flushSometimes() throws IOException {
    long now = System.nanoTime();
    if (now - flushed >= LONGEST_WAIT) {
      out.flush();
      flushed = now;
    }
  }
}
