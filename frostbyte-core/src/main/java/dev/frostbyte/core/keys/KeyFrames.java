package dev.frostbyte.core.keys;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Frames of length, CRC-32C and bytes. What follows the last whole frame is the torn tail of a
 * crash, provided no whole frame comes after it; otherwise the file was damaged.
 *
 * @param frames the whole frames
 * @param end where the next one goes
 */
record KeyFrames(List<byte[]> frames, int end) {
  private static final int HEAD = 8;
  private static final int MAX_FRAME = 4 << 20;

  static ByteBuffer frame(byte[] body) {
    CRC32C crc = new CRC32C();
    crc.update(body);
    return ByteBuffer.allocate(HEAD + body.length)
        .putInt(body.length)
        .putInt((int) crc.getValue())
        .put(body)
        .flip();
  }

  static KeyFrames read(byte[] bytes, int start) {
    List<byte[]> frames = new ArrayList<>();
    int at = start;
    byte[] body = frameAt(bytes, at);
    while (body.length > 0) {
      frames.add(body);
      at += HEAD + body.length;
      body = frameAt(bytes, at);
    }
    requireTornTail(bytes, at);
    return new KeyFrames(frames, at);
  }

  /** The body of the frame at a position; empty when no whole frame stands there. */
  private static byte[] frameAt(byte[] bytes, int at) {
    if (bytes.length - at < HEAD) {
      return new byte[0];
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, at, HEAD);
    int length = head.getInt();
    int expected = head.getInt();
    if (length < 1 || length > MAX_FRAME || length > bytes.length - at - HEAD) {
      return new byte[0];
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, at + HEAD, length);
    return (int) crc.getValue() == expected
        ? java.util.Arrays.copyOfRange(bytes, at + HEAD, at + HEAD + length)
        : new byte[0];
  }

  private static void requireTornTail(byte[] bytes, int tail) {
    if (bytes.length - tail > HEAD + MAX_FRAME) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The key table is damaged at byte " + tail + ": more follows than a crash can leave.");
    }
    for (int at = tail + 1; at < bytes.length - HEAD; at++) {
      if (frameAt(bytes, at).length > 0) {
        throw FrostbyteException.of(
            ProblemCode.INTEGRITY_BROKEN,
            "The key table is damaged at byte " + tail + ": whole records follow.");
      }
    }
  }
}
