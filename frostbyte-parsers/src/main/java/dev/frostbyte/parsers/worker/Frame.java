package dev.frostbyte.parsers.worker;

/**
 * One message of the protocol. On the wire: payload length (4 bytes, big-endian), kind (1), number
 * (4, counting from 0 in each direction), payload.
 *
 * @param payload at most {@link #MAX_PAYLOAD} bytes; not changed once made
 */
record Frame(FrameKind kind, byte[] payload) {
  /** Most bytes of a payload; longer blocks and documents take several frames. */
  static final int MAX_PAYLOAD = 1 << 16;

  /** Length, kind and number. */
  static final int HEADER = 9;

  /** First bytes of a greeting: {@code FBPW}. */
  static final int MAGIC = 0x46425057;

  /** Raised with every change of the protocol; both sides must agree. */
  static final int VERSION = 3;

  /** The greeting of this side, and what it has locked itself with. */
  static Frame greeting(FrameKind kind, Lock lock) {
    WireWriter writer = new WireWriter();
    writer.putInt(MAGIC);
    writer.putInt(VERSION);
    writer.putByte(lock.ordinal());
    return new Frame(kind, writer.bytes());
  }

  /** Checks that this is the greeting expected, and says what the other side is locked with. */
  Lock requireGreeting(FrameKind expected) throws MalformedFrameException {
    WireReader reader = new WireReader(payload);
    if (kind != expected || reader.readInt() != MAGIC || reader.readInt() != VERSION) {
      throw new MalformedFrameException("not the greeting of protocol version " + VERSION);
    }
    Lock lock = Lock.of(reader.readByte());
    reader.requireEnd();
    return lock;
  }
}
