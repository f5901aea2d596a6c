package dev.frostbyte.parsers.detect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the start of one small entry of a ZIP as text. */
final class ZipEntryText {
  private static final int LOCAL_SIZE = 30;
  private static final int MOST_BYTES = 1 << 20;

  private ZipEntryText() {}

  /** Up to 1 MiB of the entry; empty when it cannot be read. */
  static String read(Sample sample, ZipDirectory.Entry entry) throws IOException {
    byte[] local = sample.read(entry.offset(), LOCAL_SIZE);
    if (local.length < LOCAL_SIZE || local[0] != 'P' || local[1] != 'K') {
      return "";
    }
    ByteBuffer head = ByteBuffer.wrap(local).order(ByteOrder.LITTLE_ENDIAN);
    int skip = LOCAL_SIZE + (head.getShort(26) & 0xffff) + (head.getShort(28) & 0xffff);
    int count = (int) Math.min(entry.stored(), MOST_BYTES);
    byte[] stored = sample.read(entry.offset() + skip, count);
    byte[] bytes =
        entry.method() == 0 ? stored : entry.method() == 8 ? inflate(stored) : new byte[0];
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    boolean little = bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe;
    boolean big = bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
    return new String(bytes, little || big ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
  }

  private static byte[] inflate(byte[] stored) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored);
      byte[] out = new byte[MOST_BYTES];
      int size = 0;
      int count = inflater.inflate(out);
      while (count > 0 && size + count < out.length) {
        size += count;
        count = inflater.inflate(out, size, out.length - size);
      }
      return Arrays.copyOf(out, Math.min(out.length, size + count));
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }
}
