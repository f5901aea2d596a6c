package dev.frostbyte.audit;

import dev.frostbyte.api.file.DurableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Checksum;

/**
 * Reads one segment from front to back through a window of 64 KiB, more only for a larger frame.
 * One thread; closing it closes the file.
 */
final class SegmentReader implements Closeable {
  private static final int WINDOW = 64 << 10;

  private final DurableFile file;
  private final SegmentHeader header;
  private final Checksum checksum;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;
  private int at = SegmentHeader.FRAMES;

  private SegmentReader(DurableFile file, SegmentHeader header, Checksum checksum) {
    this.file = file;
    this.header = header;
    this.checksum = checksum;
  }

  /** Takes over the file. */
  static SegmentReader open(DurableFile file, JournalShape shape) throws IOException, BrokenLog {
    SegmentReader opened = null;
    try {
      ByteBuffer first = ByteBuffer.allocate(SegmentHeader.bytes());
      readFully(file, first, 0);
      SegmentHeader header = SegmentHeader.decode(first.flip());
      requireLength(file, header);
      opened = new SegmentReader(file, header, shape.checksum().get());
      return opened;
    } finally {
      if (opened == null) {
        file.close();
      }
    }
  }

  private static void requireLength(DurableFile file, SegmentHeader header)
      throws IOException, BrokenLog {
    if (file.size() != header.capacity()) {
      throw new BrokenLog(
          "a segment has " + file.size() + " bytes instead of " + header.capacity());
    }
  }

  SegmentHeader header() {
    return header;
  }

  /** Where the next frame begins. */
  int at() {
    return at;
  }

  /** The next frame; empty where no valid frame stands. Stays there then. */
  Optional<Frame> next() throws IOException {
    Optional<Frame> frame = frameAt(at);
    frame.ifPresent(read -> at += read.bytes());
    return frame;
  }

  /** The valid frame that begins at a position, if one does. */
  Optional<Frame> frameAt(int position) throws IOException {
    int room = header.capacity() - position;
    if (room < Frame.START) {
      return Optional.empty();
    }
    int bytes = Frame.bytes(load(position, Frame.START), room);
    return bytes == 0 ? Optional.empty() : Frame.decode(load(position, bytes), checksum);
  }

  /** First position at or after {@link #at} whose byte is not zero; empty when there is none. */
  Optional<Integer> leftover() throws IOException {
    return leftoverFrom(at);
  }

  /** First position at or after this one whose byte is not zero; empty when there is none. */
  Optional<Integer> leftoverFrom(int start) throws IOException {
    for (int position = start; position < header.capacity(); position += WINDOW) {
      int length = Math.min(WINDOW, header.capacity() - position);
      int zeros = leadingZeros(load(position, length));
      if (zeros < length) {
        return Optional.of(position + zeros);
      }
    }
    return Optional.empty();
  }

  /** Bytes of the segment as they stand. */
  ByteBuffer bytes(int position, int length) throws IOException {
    return load(position, length);
  }

  private static int leadingZeros(ByteBuffer bytes) {
    int zeros = 0;
    while (zeros < bytes.remaining() && bytes.get(bytes.position() + zeros) == 0) {
      zeros++;
    }
    return zeros;
  }

  private ByteBuffer load(int position, int length) throws IOException {
    boolean inside = position >= windowStart && position + length <= windowStart + window.limit();
    if (!inside) {
      int wanted = Math.min(Math.max(WINDOW, length), header.capacity() - position);
      window = wanted > window.capacity() ? ByteBuffer.allocate(wanted) : window.clear();
      window.limit(wanted);
      windowStart = position;
      readFully(file, window, position);
      window.flip();
    }
    int start = (int) (position - windowStart);
    return window.slice(start, Math.min(length, window.limit() - start));
  }

  private static void readFully(DurableFile file, ByteBuffer into, long position)
      throws IOException {
    int start = into.position();
    while (into.hasRemaining() && file.read(into, position + into.position() - start) >= 0) {
      continue;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
