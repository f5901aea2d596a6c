package dev.frostbyte.testkit;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of DER (X.690) as certificates and time stamps need. Stateless. */
final class Der {
  private static final int CONTEXT = 0xa0;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return of(0x30, joined(List.of(parts)));
  }

  /** Its parts are sorted, as DER wants. */
  static byte[] set(byte[]... parts) {
    List<byte[]> sorted = new ArrayList<>(List.of(parts));
    sorted.sort(Arrays::compareUnsigned);
    return of(0x31, joined(sorted));
  }

  static byte[] integer(long value) {
    return of(0x02, BigInteger.valueOf(value).toByteArray());
  }

  static byte[] octets(byte[] bytes) {
    return of(0x04, bytes);
  }

  static byte[] bits(byte[] bytes) {
    return of(0x03, ByteBuffer.allocate(1 + bytes.length).put((byte) 0).put(bytes).array());
  }

  static byte[] yes() {
    return of(0x01, new byte[] {(byte) 0xff});
  }

  /** {@code YYMMDDhhmmssZ}. */
  static byte[] utcTime(String time) {
    return of(0x17, time.getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code YYYYMMDDhhmmssZ}. */
  static byte[] time(String time) {
    return of(0x18, time.getBytes(StandardCharsets.US_ASCII));
  }

  static byte[] text(String text) {
    return of(0x0c, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An explicit tag. */
  static byte[] tagged(int number, byte[] encoded) {
    return of(CONTEXT | number, encoded);
  }

  /** An implicit tag in the place of a set's own. */
  static byte[] implicit(int number, byte[] set) {
    byte[] retagged = set.clone();
    retagged[0] = (byte) (CONTEXT | number);
    return retagged;
  }

  static byte[] oid(String dotted) {
    String[] parts = dotted.split("\\.");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(40 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]));
    for (int at = 2; at < parts.length; at++) {
      base128(Long.parseLong(parts[at]), out);
    }
    return of(0x06, out.toByteArray());
  }

  private static void base128(long value, ByteArrayOutputStream out) {
    int groups = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
    for (int group = groups - 1; group >= 0; group--) {
      long more = group > 0 ? 0x80 : 0;
      out.write((int) ((value >>> (7 * group)) & 0x7f | more));
    }
  }

  /** The parts of a sequence, each with its tag and length. */
  static List<byte[]> parts(byte[] sequence) {
    ByteBuffer in = ByteBuffer.wrap(sequence);
    in.get();
    length(in);
    List<byte[]> parts = new ArrayList<>();
    while (in.hasRemaining()) {
      int start = in.position();
      in.get();
      int length = length(in);
      int end = in.position() + length;
      parts.add(Arrays.copyOfRange(sequence, start, end));
      in.position(end);
    }
    return parts;
  }

  private static int length(ByteBuffer in) {
    int first = in.get() & 0xff;
    int length = first < 0x80 ? first : 0;
    for (int more = first < 0x80 ? 0 : first & 0x7f; more > 0; more--) {
      length = length << 8 | in.get() & 0xff;
    }
    return length;
  }

  private static byte[] of(int tag, byte[] content) {
    byte[] length =
        content.length < 0x80
            ? new byte[] {(byte) content.length}
            : new byte[] {(byte) 0x82, (byte) (content.length >>> 8), (byte) content.length};
    if (content.length >= 0x80 && content.length < 0x100) {
      length = new byte[] {(byte) 0x81, (byte) content.length};
    }
    return ByteBuffer.allocate(1 + length.length + content.length)
        .put((byte) tag)
        .put(length)
        .put(content)
        .array();
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
