package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.audit.Frame.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.Checksum;

/**
 * Writes the journal. Frames are staged, then written together and made durable by one force. One
 * thread writes; {@link #end} and {@link #firstIndexes} may be read by any. Memory is held only
 * between a frame and its force.
 */
final class Journal {
  private static final int SLICE = 256 << 10;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final Segments segments;
  private final byte[] origin;
  private final Checksum checksum;
  private final Sha256 sha = new Sha256();
  private final List<Long> firstIndexes;
  private SegmentHeader header;
  private DurableFile file;
  private ByteBuffer staged = NOTHING;
  private long expected;
  private int written;
  private int settled;
  private byte[] chain;
  private long size;
  private volatile End end;

  /** Goes on where recovery ended. */
  Journal(Segments segments, Recovered recovered) {
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
    this.end = new End(header.sequence(), written, size);
  }

  /** Where durable frames end. */
  End end() {
    return end;
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
   * Says how many bytes of frames come next, so that they are staged in as few pieces as possible.
   */
  void expect(long bytes) {
    expected = bytes;
  }

  /** Stages a frame; durable after {@link #force}. */
  void append(Kind kind, byte[] content, byte[] contentHash, Payload payload) throws IOException {
    byte[] link = sha.link(chain, contentHash, payload.hash());
    Frame frame = new Frame(kind, size, settled, content, payload.bytes(), link);
    if (position() + frame.bytes() > header.capacity()) {
      force();
      next(frame.bytes());
      frame = new Frame(kind, size, settled, content, payload.bytes(), link);
    }
    stage(frame);
    chain = link;
    size += kind == Kind.ENTRY ? 1 : 0;
  }

  /** Whether frames wait for a force. */
  boolean dirty() {
    return position() > settled;
  }

  /** Writes what is staged and returns once it is on stable storage. */
  void force() throws IOException {
    if (dirty()) {
      write();
      file.force(false);
      settled = written;
      end = new End(header.sequence(), settled, size);
    }
  }

  /** Marks the end and closes; what is staged must have been forced. */
  void close() throws IOException {
    try (DurableFile closing = file) {
      ClosingMark.write(closing, header, settled);
      closing.force(false);
    }
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
      staged = ByteBuffer.allocate(Math.max((int) Math.min(SLICE, expected), frame.bytes()));
    }
    frame.encode(staged, checksum);
    expected -= frame.bytes();
  }

  private void write() throws IOException {
    ByteBuffer all = staged.flip();
    staged = NOTHING;
    while (all.hasRemaining()) {
      int length = Math.min(SLICE, all.remaining());
      file.write(all.slice(all.position(), length), written);
      all.position(all.position() + length);
      written += length;
    }
  }

  private void next(int frameBytes) throws IOException {
    long sequence = header.sequence() + 1;
    int capacity = segments.shape().capacity(sequence, frameBytes);
    SegmentHeader next = new SegmentHeader(sequence, size, capacity, origin, chain);
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
   */
  record End(long sequence, int position, long size) {}
}
