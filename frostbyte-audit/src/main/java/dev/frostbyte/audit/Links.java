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
  private long size;
  private byte[] chain;

  private Links(byte[] origin, long sequence, long size, byte[] chain) {
    this.origin = origin;
    this.sequence = sequence;
    this.size = size;
    this.chain = chain;
  }

  /** From the beginning of a log; its chain begins with the hash of the origin. */
  static Links fromStart(byte[] origin) {
    return new Links(origin, 0, 0, origin);
  }

  /** From a later segment, trusting what its header says came before. */
  static Links from(byte[] origin, SegmentHeader header) {
    return new Links(origin, header.sequence(), header.firstIndex(), header.chain());
  }

  /** Index of the next entry. */
  long size() {
    return size;
  }

  byte[] chain() {
    return chain;
  }

  void accept(SegmentHeader header) throws BrokenLog {
    require(Arrays.equals(header.origin(), origin), "the segment belongs to another log");
    require(header.sequence() == sequence, "the segments do not follow each other");
    require(
        header.firstIndex() == size && Arrays.equals(header.chain(), chain),
        "the segment does not continue the one before it");
    sequence++;
  }

  /**
   * Checks the next frame.
   *
   * @return the hash of its content
   */
  byte[] accept(Frame frame) throws BrokenLog {
    require(frame.index() == size, "an entry is missing or out of order");
    byte[] hash = frame.kind().hash(sha, frame.content());
    byte[] payload = frame.payload().length == 0 ? Payload.NONE.hash() : sha.of(frame.payload());
    byte[] link = sha.link(chain, hash, payload);
    require(Arrays.equals(frame.chain(), link), "the chain is broken");
    chain = link;
    size += frame.kind() == Kind.ENTRY ? 1 : 0;
    return hash;
  }

  private static void require(boolean holds, String what) throws BrokenLog {
    if (!holds) {
      throw new BrokenLog(what);
    }
  }
}
