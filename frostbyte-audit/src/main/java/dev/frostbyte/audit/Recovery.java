package dev.frostbyte.audit;

import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.file.DurableFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads a journal from its beginning, decides what the last crash left, and makes it durable. One
 * thread, used once.
 *
 * <p>Frames are written only behind what was forced before, and each says up to where that was. So
 * where the first invalid frame stands, a power loss can be the cause only if nothing after it was
 * written later than a force that covered the place. Then the tail was never acknowledged and is
 * cut off. Otherwise something durable was changed and the log stays closed.
 */
final class Recovery {
  private static final int SLICE = 256 << 10;

  private final Segments segments;
  private final byte[] originHash;
  private final Links links;
  private final Roots roots;
  private final List<Long> firstIndexes = new ArrayList<>();
  private int lastSettled = SegmentHeader.FRAMES;

  private Recovery(
      Segments segments, String origin, List<VerifierKey> chain, Collection<TreeHead> noted) {
    this.segments = segments;
    this.originHash = new Sha256().of(origin);
    this.links = Links.fromStart(originHash);
    this.roots = new Roots(origin, chain, noted);
  }

  /**
   * Opens the journal, creating it when absent.
   *
   * @param chain the keys of the deployment, oldest first
   * @param noted heads it must go through
   * @throws BrokenLog when anything durable does not verify
   */
  static Recovered open(
      Segments segments, String origin, List<VerifierKey> chain, Collection<TreeHead> noted)
      throws IOException, BrokenLog {
    return new Recovery(segments, origin, chain, noted).open();
  }

  private Recovered open() throws IOException, BrokenLog {
    long count = segments.count();
    if (count == 0) {
      roots.requireNoted();
      return create();
    }
    try {
      for (long sequence = 0; sequence < count - 1; sequence++) {
        readWhole(sequence);
      }
      return readLast(count - 1);
    } catch (BrokenLog broken) {
      throw new BrokenLog(broken.what() + ", at entry " + links.size());
    }
  }

  private Recovered create() throws IOException {
    int capacity = segments.shape().capacity(0, 0);
    SegmentHeader header = new SegmentHeader(0, 0, capacity, originHash, originHash);
    DurableFile file = segments.create(header);
    return new Recovered(header, file, SegmentHeader.FRAMES, links.chain(), List.of(0L), roots);
  }

  private void readWhole(long sequence) throws IOException, BrokenLog {
    try (SegmentReader reader = segments.read(sequence)) {
      readFrames(reader);
      if (reader.leftover().isPresent()) {
        throw new BrokenLog("a frame is damaged in a segment that was complete");
      }
    }
  }

  private Recovered readLast(long sequence) throws IOException, BrokenLog {
    try (SegmentReader reader = segments.read(sequence)) {
      readFrames(reader);
      int closedAt = ClosingMark.read(reader);
      Optional<Integer> leftover = reader.leftover();
      requireTornOnly(reader, closedAt, leftover);
      roots.requireSigned();
      roots.requireNoted();
      return finish(reader, closedAt == reader.at(), leftover.isPresent());
    }
  }

  private void readFrames(SegmentReader reader) throws IOException, BrokenLog {
    links.accept(reader.header());
    firstIndexes.add(reader.header().firstIndex());
    lastSettled = SegmentHeader.FRAMES;
    for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
      Frame frame = next.get();
      roots.accept(frame, links.accept(frame));
      lastSettled = frame.settled();
    }
  }

  private void requireTornOnly(SegmentReader reader, int closedAt, Optional<Integer> leftover)
      throws IOException, BrokenLog {
    if (reader.at() < closedAt) {
      throw new BrokenLog("a frame is damaged that was complete when the log was closed");
    }
    if (leftover.isEmpty()) {
      return;
    }
    for (int at = leftover.get() - 3; at < reader.header().capacity(); at++) {
      Optional<Frame> later = at <= reader.at() ? Optional.empty() : reader.frameAt(at);
      if (later.isPresent() && later.get().settled() > reader.at()) {
        throw new BrokenLog(
            "a frame is damaged and a later one, written after it was durable, is not");
      }
    }
  }

  private Recovered finish(SegmentReader reader, boolean closed, boolean torn) throws IOException {
    SegmentHeader header = reader.header();
    DurableFile file = segments.open(header.sequence());
    boolean done = false;
    try {
      if (torn) {
        Segments.zero(file, reader.at(), header.capacity());
      }
      if (torn || !closed) {
        settle(reader, file);
      }
      done = true;
      return new Recovered(header, file, reader.at(), links.chain(), firstIndexes, roots);
    } finally {
      if (!done) {
        file.close();
      }
    }
  }

  /** Writes again what may never have reached the disk: after a failed force it would not. */
  private void settle(SegmentReader reader, DurableFile file) throws IOException {
    for (int at = lastSettled; at < reader.at(); at += SLICE) {
      ByteBuffer bytes = reader.bytes(at, Math.min(SLICE, reader.at() - at));
      file.write(bytes, at);
    }
    file.force(true);
    segments.sync();
  }
}
