package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads what a child shall do. */
final class TaskCodec {
  /**
   * What stands in a task frame.
   *
   * @param blockBytes most bytes of one encoded block
   * @param size bytes of the document that follows
   */
  record Order(ParserTask task, ParseLimits limits, int blockBytes, int size) {
    /** The same order for another task. */
    Order with(ParserTask other) {
      return new Order(other, limits, blockBytes, size);
    }
  }

  private TaskCodec() {}

  static byte[] encode(Order order) {
    WireWriter out = new WireWriter();
    out.putText(order.task().provider());
    out.putText(order.task().type().value());
    out.putInt(order.task().config().values().size());
    order
        .task()
        .config()
        .values()
        .forEach(
            (key, value) -> {
              out.putText(key);
              out.putText(value);
            });
    limits(order.limits(), out);
    out.putInt(order.blockBytes());
    out.putInt(order.size());
    return out.bytes();
  }

  static Order decode(byte[] bytes) throws MalformedFrameException {
    WireReader in = new WireReader(bytes);
    try {
      String provider = in.readText();
      MediaType type = new MediaType(in.readText());
      ParserTask task = new ParserTask(provider, config(in), type);
      Order order = new Order(task, limits(in), in.readInt(), in.readInt());
      in.requireEnd();
      return order;
    } catch (IllegalArgumentException e) {
      throw new MalformedFrameException("a task that cannot be");
    }
  }

  private static StageConfig config(WireReader in) throws MalformedFrameException {
    int count = in.readCount(10);
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      values.put(in.readText(), in.readText());
    }
    return new StageConfig(values);
  }

  private static void limits(ParseLimits limits, WireWriter out) {
    out.putInt(limits.maxPages());
    out.putInt(limits.maxElements());
    out.putLong(limits.maxCharacters());
    out.putInt(limits.maxEntries());
    out.putLong(limits.maxInflatedBytes());
    out.putInt(limits.maxInflationRatio());
    out.putInt(limits.maxDepth());
    out.putLong(limits.deadline().getSeconds());
    out.putInt(limits.deadline().getNano());
    out.putInt(limits.maxNameLength());
    out.putInt(limits.maxObjects());
    out.putLong(limits.maxPixels());
  }

  private static ParseLimits limits(WireReader in) throws MalformedFrameException {
    return new ParseLimits(
        in.readInt(),
        in.readInt(),
        in.readLong(),
        in.readInt(),
        in.readLong(),
        in.readInt(),
        in.readInt(),
        Duration.ofSeconds(in.readLong(), in.readInt()),
        in.readInt(),
        in.readInt(),
        in.readLong());
  }
}
