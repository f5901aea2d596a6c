package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.ElementSink;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A sink that ends a parser which is over its time; what the sink behind takes does not count.
 * Keeps that sink's failure, so that it is not taken for the document's, and takes nothing after
 * it. One thread.
 */
final class TimedSink implements ElementSink {
  private final ElementSink sink;
  private final Duration deadline;
  private final long start = System.nanoTime();
  private Duration inSink = Duration.ZERO;
  private @Nullable Throwable failure;

  TimedSink(ElementSink sink, Duration deadline) {
    this.sink = sink;
    this.deadline = deadline;
  }

  @Override
  public void accept(Block block) throws IOException {
    if (failure != null || late()) {
      throw new IOException("nothing more is taken");
    }
    long from = System.nanoTime();
    try {
      sink.accept(block);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      inSink = inSink.plusNanos(System.nanoTime() - from);
    }
  }

  /** Whether the parser has taken longer than it may. */
  boolean late() {
    return Duration.ofNanos(System.nanoTime() - start).minus(inSink).compareTo(deadline) > 0;
  }

  /** Passes on what made the sink fail, when anything did. */
  void requireSinkWell() throws IOException {
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
