package dev.frostbyte.core.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Small binary values: what is written by one method is read by the other. */
final class KeyCodec {
  private KeyCodec() {}

  /** Writes to memory. */
  static byte[] encode(Encoding encoding) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      encoding.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  static DataInputStream decode(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] readBytes(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("a length of " + length + " is outside 0 to " + most);
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the value ends after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  /** What to write. */
  @FunctionalInterface
  interface Encoding {
    void write(DataOutputStream out) throws IOException;
  }
}
