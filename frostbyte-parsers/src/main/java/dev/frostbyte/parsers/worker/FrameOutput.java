package dev.frostbyte.parsers.worker;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes numbered frames. One thread at a time. */
final class FrameOutput {
  private final OutputStream out;
  private int number;

  FrameOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out, Frame.MAX_PAYLOAD);
  }

  /** Writes a frame; it may stay in the buffer. */
  void write(Frame frame) throws IOException {
    write(frame.kind(), frame.payload(), 0, frame.payload().length);
  }

  /** Writes a message of any length: parts of one kind, the last of another. */
  void writeLong(FrameKind part, FrameKind last, byte[] message) throws IOException {
    int from = 0;
    while (message.length - from > Frame.MAX_PAYLOAD) {
      write(part, message, from, Frame.MAX_PAYLOAD);
      from += Frame.MAX_PAYLOAD;
    }
    write(last, message, from, message.length - from);
  }

  /** Writes a frame from a part of an array; it may stay in the buffer. */
  void write(FrameKind kind, byte[] bytes, int from, int length) throws IOException {
    if (length > Frame.MAX_PAYLOAD) {
      throw new IllegalArgumentException(
          "a frame takes " + Frame.MAX_PAYLOAD + " bytes at most, got " + length);
    }
    WireWriter head = new WireWriter();
    head.putInt(length);
    head.putByte(kind.ordinal());
    head.putInt(number++);
    out.write(head.bytes());
    out.write(bytes, from, length);
  }

  /** Sends what is in the buffer. */
  void flush() throws IOException {
    out.flush();
  }
}
