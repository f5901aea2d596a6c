package dev.frostbyte.parsers.worker;

import java.io.IOException;

/** The other side sent something the protocol does not have. Never quotes what it sent. */
final class MalformedFrameException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedFrameException(String what) {
    super("malformed frame: " + what);
  }
}
