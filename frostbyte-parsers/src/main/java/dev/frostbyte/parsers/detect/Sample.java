package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The first and last bytes of a file, and a way to more. Whoever opens it closes it; one thread.
 */
final class Sample implements AutoCloseable {
  /** A comment of a ZIP may be 65,535 bytes long; its end record stands before that. */
  private static final int WINDOW = (1 << 16) + 64;

  /** Files above this may lie sealed on disk, where each way back opens them from the start. */
  private static final int LARGE = 8 << 20;

  /** Bytes of a large file that are kept from its ends: what tells a ZIP mostly stands there. */
  private static final int KEPT = 2 << 20;

  private final SeekableByteChannel channel;
  private final byte[] first;
  private final byte[] last;
  private final byte[] head;
  private final byte[] tail;
  private final long size;

  private Sample(SeekableByteChannel channel, long size) throws IOException {
    this.channel = channel;
    this.size = size;
    int kept = (int) Math.min(size > LARGE ? KEPT : WINDOW, size);
    this.first = fresh(0, kept);
    this.last = kept == size ? first : fresh(size - kept, kept);
    this.head = Arrays.copyOf(first, Math.min(WINDOW, first.length));
    this.tail = Arrays.copyOfRange(last, Math.max(0, last.length - WINDOW), last.length);
  }

  static Sample of(DocumentSource source) throws IOException {
    SeekableByteChannel channel = source.channel();
    try {
      return new Sample(channel, channel.size());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  byte[] head() {
    return head;
  }

  byte[] tail() {
    return tail;
  }

  long size() {
    return size;
  }

  /** Where the tail begins in the file. */
  long tailStart() {
    return size - tail.length;
  }

  /** Up to so many bytes from a place; fewer at the end of the file. */
  byte[] read(long from, int count) throws IOException {
    if (from < 0 || from >= size) {
      return new byte[0];
    }
    long to = Math.min(size, from + count);
    if (to <= first.length) {
      return Arrays.copyOfRange(first, (int) from, (int) to);
    }
    long behind = size - last.length;
    return from >= behind
        ? Arrays.copyOfRange(last, (int) (from - behind), (int) (to - behind))
        : fresh(from, (int) (to - from));
  }

  private byte[] fresh(long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, size - from));
    channel.position(from);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Whether these bytes stand at a place of the head. */
  boolean hasAt(int place, int... bytes) {
    boolean same = place + bytes.length <= head.length;
    for (int i = 0; same && i < bytes.length; i++) {
      same = (head[place + i] & 0xff) == bytes[i];
    }
    return same;
  }

  /** Whether these characters stand at a place of the head. */
  boolean hasAt(int place, String ascii) {
    return hasAt(place, ascii.chars().toArray());
  }

  /** The first place of these characters in some bytes, -1 when absent. */
  static int indexOf(byte[] bytes, String ascii, int limit) {
    byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at <= Math.min(limit, bytes.length - wanted.length); at++) {
      if (isAt(bytes, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  /** The last place of these characters in some bytes, -1 when absent. */
  static int lastIndexOf(byte[] bytes, String ascii) {
    byte[] wanted = ascii.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = bytes.length - wanted.length; at >= 0; at--) {
      if (isAt(bytes, at, wanted)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean isAt(byte[] bytes, int at, byte[] wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
