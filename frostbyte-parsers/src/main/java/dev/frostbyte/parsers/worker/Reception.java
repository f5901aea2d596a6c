package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** Takes the frames of one document from a child that may lie. One thread. */
final class Reception {
  private final Tally tally;
  private final ElementSink sink;
  private final int blockBytes;
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  Reception(ParseLimits limits, int blockBytes, ElementSink sink) {
    this.tally = new Tally(limits);
    this.blockBytes = blockBytes;
    this.sink = sink;
  }

  /**
   * Takes a frame and hands the sink the block that it completes.
   *
   * @return the answer, once it is there
   * @throws MalformedFrameException when no honest child would send this
   * @throws IOException from the sink
   */
  Optional<ResultCodec.Answer> take(Frame frame) throws IOException {
    return switch (frame.kind()) {
      case BLOCK_PART -> {
        collect(frame);
        yield Optional.empty();
      }
      case BLOCK -> {
        collect(frame);
        sink.accept(block());
        yield Optional.empty();
      }
      case RESULT -> Optional.of(ResultCodec.decode(frame.payload()));
      case HELLO, READY, TASK, DATA ->
          throw new MalformedFrameException("not a frame of a child at work");
    };
  }

  private void collect(Frame frame) throws MalformedFrameException {
    if (frame.payload().length > blockBytes - parts.size()) {
      throw new MalformedFrameException("block too long");
    }
    parts.writeBytes(frame.payload());
  }

  private Block block() throws MalformedFrameException {
    Block block = BlockDecoder.decode(parts.toByteArray());
    parts.reset();
    try {
      tally.add(block);
    } catch (BudgetReachedException e) {
      throw new MalformedFrameException("more than the limits allow");
    }
    return block;
  }
}
