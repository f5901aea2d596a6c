package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * The first and last bytes of a file, and a way to more. Whoever opens it closes it; one thread.
 */
final class Sample implements AutoCloseable {
  /** A comment of a ZIP may be 65,535 bytes long; its end record stands before that. */
  private static final int WINDOW = (1 << 16) + 64;

  private final SeekableByteChannel channel;
  private final byte[] head;
  private final byte[] tail;
  private final long size;

  private Sample(SeekableByteChannel channel, long size) throws IOException {
    this.channel = channel;
    this.size = size;
    this.head = read(0, (int) Math.min(WINDOW, size));
    int last = (int) Math.min(WINDOW, size);
    this.tail = last == size ? head : read(size - last, last);
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
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(count, size - from));
    channel.position(from);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
    return java.util.Arrays.copyOf(buffer.array(), buffer.position());
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
