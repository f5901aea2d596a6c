package dev.frostbyte.audit;

import dev.frostbyte.audit.Frame.Kind;
import java.util.Arrays;

/**
 * Checks that segments and frames follow each other without gap: origin, sequence, index, chain.
 * One thread.
 */
final class Links {
  private final Sha256 sha = new Sha256();
  private final byte[] origin;
  private long sequence;
  private final Chain chain;
  private long size;

  private Links(byte[] origin, long sequence, long size, Chain chain) {
    this.origin = origin;
    this.sequence = sequence;
    this.size = size;
    this.chain = chain;
  }

  /** From the beginning of a log; its chain begins with the hash of the origin. */
  static Links fromStart(byte[] origin) {
    return new Links(origin, 0, 0, Chain.from(origin));
  }

  /** From a later segment, trusting what its header says came before. */
  static Links from(byte[] origin, SegmentHeader header) {
    Chain chain = Chain.from(header.chain());
    return new Links(origin, header.sequence(), header.firstIndex(), chain);
  }

  /** Index of the next entry. */
  long size() {
    return size;
  }

  Chain chain() {
    return chain;
  }

  void accept(SegmentHeader header) throws BrokenLog {
    require(Arrays.equals(header.origin(), origin), "the segment belongs to another log");
    require(header.sequence() == sequence, "the segments do not follow each other");
    require(
        header.firstIndex() == size
            && !chain.pending()
            && Arrays.equals(header.chain(), chain.last()),
        "the segment does not continue the one before it");
    sequence++;
  }

  /**
   * Checks the next frame.
   *
   * @return the hash of its content; of a link the link
   */
  byte[] accept(Frame frame) throws BrokenLog {
    require(frame.index() == size, "an entry is missing or out of order");
    if (frame.kind() == Kind.LINK) {
      return link(frame);
    }
    byte[] hash = frame.kind().hash(sha, frame.content());
    chain.add(Frame.hash(sha, hash, payload(frame)));
    size += frame.kind() == Kind.ENTRY ? 1 : 0;
    return hash;
  }

  private byte[] link(Frame frame) throws BrokenLog {
    boolean closes = chain.pending() && frame.payload().length == 0;
    require(closes && Arrays.equals(frame.content(), chain.link()), "the chain is broken");
    return frame.content();
  }

  private Payload payload(Frame frame) {
    byte[] bytes = frame.payload();
    return bytes.length == 0 ? Payload.NONE : new Payload(bytes, sha.of(bytes));
  }

  private static void require(boolean holds, String what) throws BrokenLog {
    if (!holds) {
      throw new BrokenLog(what);
    }
  }
}
