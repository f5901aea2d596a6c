package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.audit.Frame.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Checksum;

/**
 * Writes the journal. Frames are staged, then written together and made durable by one force. One
 * thread writes; {@link #end} and {@link #firstIndexes} may be read by any. A buffer of at most 256
 * KiB is kept from batch to batch until {@link #rest}.
 */
final class Journal {
  private static final int SLICE = 256 << 10;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Segments segments;
  private final byte[] origin;
  private final Checksum checksum;
  private final Chain chain;
  private final List<Long> firstIndexes;
  private SegmentHeader header;
  private DurableFile file;
  private ByteBuffer staged = NOTHING;
  private long expected;
  private int written;
  private int settled;
  private long size;
  private volatile End end;

  private Journal(Segments segments, Recovered recovered) {
    this.segments = segments;
    this.origin = recovered.header().origin();
    this.checksum = segments.shape().checksum().get();
    this.firstIndexes = new CopyOnWriteArrayList<>(recovered.firstIndexes());
    this.header = recovered.header();
    this.file = recovered.file();
    this.written = recovered.end();
    this.settled = recovered.end();
    this.chain = recovered.chain();
    this.size = recovered.roots().tree().size();
    this.end = new End(header.sequence(), written, size, chain.last());
  }

  /**
   * Goes on where recovery ended; what a crash left under no link gets one. Closes the file when
   * that fails.
   */
  static Journal open(Segments segments, Recovered recovered) throws IOException {
    Journal journal = new Journal(segments, recovered);
    boolean done = false;
    try {
      journal.force();
      done = true;
      return journal;
    } finally {
      if (!done) {
        journal.abandon();
      }
    }
  }

  /** Where durable frames end; a link is the last of them. */
  End end() {
    return end;
  }

  /** How the log can be gone on with; for who has closed it. */
  Resume resume(Roots roots, Checkpoint newest) {
    return new Resume(
        header.sequence(),
        settled,
        chain.last(),
        List.copyOf(firstIndexes),
        roots.keys().from(),
        roots.tree().subtrees(),
        newest);
  }

  /** Number of the segment that holds an entry, or would hold it next. */
  long segmentOf(long index) {
    int segment = firstIndexes.size() - 1;
    while (segment > 0 && firstIndexes.get(segment) > index) {
      segment--;
    }
    return segment;
  }

  /**
   * Says how many bytes of frames come next, so that they are staged in as few pieces as possible,
   * and in the same whether the buffer was kept from an earlier batch or given up.
   */
  void expect(long bytes) {
    expected = bytes;
    if (staged.position() == 0) {
      makeRoom((int) Math.min(SLICE, expected));
    }
  }

  /**
   * Stages a frame; durable after {@link #force}.
   *
   * @param hash the frame's in the chain, see {@link Frame#hash}
   */
  void append(Kind kind, byte[] content, Payload payload, byte[] hash) throws IOException {
    Frame frame = new Frame(kind, size, settled, content, payload.bytes());
    if (position() + frame.bytes() + Frame.LINK > header.capacity()) {
      force();
      next(frame.bytes() + Frame.LINK);
      frame = new Frame(kind, size, settled, content, payload.bytes());
    }
    stage(frame);
    chain.add(hash);
    size += kind == Kind.ENTRY ? 1 : 0;
  }

  /** Whether frames wait for a force. */
  boolean dirty() {
    return chain.pending();
  }

  /** Closes what is staged with a link, writes it and returns once it is on stable storage. */
  void force() throws IOException {
    if (dirty()) {
      stage(Frame.link(size, settled, chain.link()));
      write();
      file.force(false);
      settled = written;
      end = new End(header.sequence(), settled, size, chain.last());
    }
  }

  /** Marks the end and closes; what is staged must have been forced. */
  void close() throws IOException {
    try (DurableFile closing = file) {
      ClosingMark.write(closing, header, settled);
      closing.force(false);
    }
  }

  /** Gives up the memory that was kept for the next batch; everything must have been forced. */
  void rest() {
    staged = NOTHING;
  }

  /** Closes without writing anything. */
  void abandon() throws IOException {
    file.close();
  }

  private int position() {
    return written + staged.position();
  }

  private void stage(Frame frame) throws IOException {
    if (staged.remaining() < frame.bytes()) {
      write();
      makeRoom(Math.max((int) Math.min(SLICE, expected), frame.bytes() + Frame.LINK));
    }
    frame.encode(staged, checksum);
    expected -= frame.bytes();
  }

  private void makeRoom(int bytes) {
    if (staged.capacity() < bytes) {
      staged = ByteBuffer.allocate(bytes);
    }
  }

  private void write() throws IOException {
    int end = staged.position();
    for (int at = 0; at < end; at += SLICE) {
      int length = Math.min(SLICE, end - at);
      file.write(staged.slice(at, length), written);
      written += length;
    }
    staged = staged.capacity() > SLICE ? NOTHING : staged.clear();
  }

  private void next(int frameBytes) throws IOException {
    long sequence = header.sequence() + 1;
    int capacity = segments.shape().capacity(sequence, frameBytes);
    SegmentHeader next = new SegmentHeader(sequence, size, capacity, origin, chain.last());
    DurableFile opened = segments.create(next);
    DurableFile full = file;
    header = next;
    file = opened;
    written = SegmentHeader.FRAMES;
    settled = SegmentHeader.FRAMES;
    firstIndexes.add(size);
    full.close();
  }

  /**
   * A place between two frames.
   *
   * @param size entries before it
   * @param link of the chain before it, as this process knows it: whoever reads up to here and
   *     comes to it has read what was written
   */
  record End(long sequence, int position, long size, byte[] link) {}
}
