package dev.frostbyte.parsers.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a document into frames and checks that it is as long as was said. One thread. */
final class DocumentFrames {
  private final InputStream in;
  private int left;

  DocumentFrames(InputStream in, int size) {
    this.in = in;
    this.left = size;
  }

  /** The next frame; empty behind the last. */
  Optional<Frame> next() throws IOException {
    byte[] bytes = in.readNBytes(Frame.MAX_PAYLOAD);
    left -= bytes.length;
    boolean last = bytes.length < Frame.MAX_PAYLOAD;
    if (left < 0 || (last && left > 0)) {
      throw new IOException("the document is not as long as its source says");
    }
    return bytes.length == 0 ? Optional.empty() : Optional.of(new Frame(FrameKind.DATA, bytes));
  }
}
