package dev.frostbyte.parsers.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads frames and checks length, kind and number before anything is kept. One thread. */
final class FrameInput {
  private final DataInputStream in;
  private int number;

  FrameInput(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, Frame.MAX_PAYLOAD));
  }

  /**
   * The next frame; empty when the stream ends between two frames.
   *
   * @throws MalformedFrameException when what arrives is no frame, or not the next one
   */
  Optional<Frame> next() throws IOException {
    byte[] head = in.readNBytes(Frame.HEADER);
    if (head.length == 0) {
      return Optional.empty();
    }
    if (head.length < Frame.HEADER) {
      throw new EOFException("stream ended inside a frame");
    }
    return Optional.of(read(new WireReader(head)));
  }

  private Frame read(WireReader head) throws IOException {
    int length = head.readInt();
    FrameKind kind = FrameKind.of(head.readByte());
    if (length < 0 || length > Frame.MAX_PAYLOAD) {
      throw new MalformedFrameException("length out of range");
    }
    if (head.readInt() != number++) {
      throw new MalformedFrameException("number out of order");
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("stream ended inside a frame");
    }
    return new Frame(kind, payload);
  }
}
