package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes what a parser emits. May block, which holds the parser back. One thread. */
@FunctionalInterface
public interface ElementSink {
  /**
   * Takes the next block in reading order.
   *
   * @throws IOException when the reader is gone; the parser stops and lets it pass
   * @throws BudgetReachedException when a counted budget is used up; the parser stops and lets it
   *     pass
   */
  void accept(Block block) throws IOException;

  /** Takes these blocks in order, as {@link #accept} does each. */
  default void acceptAll(Iterable<Block> blocks) throws IOException {
    for (Block block : blocks) {
      accept(block);
    }
  }

  /**
   * Takes a file that lies in the document, in pieces.
   *
   * @param name as written; cut when it is too long
   * @param type media type as written; may be empty
   * @param bytes read to its end; the caller closes it
   * @param regions where the file hangs
   */
  default void acceptFile(String name, String type, InputStream bytes, List<Region> regions)
      throws IOException {
    byte[] piece = bytes.readNBytes(Attached.MAX_BYTES);
    boolean last = false;
    while (!last) {
      boolean full = piece.length == Attached.MAX_BYTES;
      byte[] next = full ? bytes.readNBytes(Attached.MAX_BYTES) : new byte[0];
      last = next.length == 0;
      accept(new Attached(Attached.word(name), Attached.word(type), last, piece, regions));
      piece = next;
    }
  }
}
