package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Checksum;

/**
 * One record of the journal. The arrays must not be changed.
 *
 * <pre>
 * u32 length of all after the checksum | u32 checksum of all else
 * u64 index | u32 settled | u8 kind | u32 content length | content | payload
 * </pre>
 *
 * @param kind what the content is
 * @param index index of an entry; for a root the number of entries it covers; for evidence and
 *     links the number of entries before it
 * @param settled bytes of the segment that were on stable storage before this frame was written
 * @param content leaf bytes, the signed note of a root, {@link Evidence}, or a link of the {@link
 *     Chain}
 * @param payload sealed bytes kept beside a leaf; empty for none
 */
record Frame(Kind kind, long index, int settled, byte[] content, byte[] payload) {
  /** Bytes before the content. */
  static final int START = 25;

  private static final int PREFIX = 8;
  private static final int SMALLEST = START - PREFIX;
  private static final int LARGEST = SMALLEST + Leaf.MAX_BYTES + AuditLog.MAX_PAYLOAD_BYTES;
  private static final byte WITH_PAYLOAD = 4;

  /** Bytes a link takes on disk. */
  static final int LINK = START + Sha256.BYTES;

  /** A link after so many entries. */
  static Frame link(long index, int settled, byte[] link) {
    return new Frame(Kind.LINK, index, settled, link, Payload.NONE.bytes());
  }

  /** Bytes the frame takes on disk. */
  int bytes() {
    return START + content.length + payload.length;
  }

  /** Bytes that frames with so many bytes of contents and payloads take on disk. */
  static long bytes(int frames, long contents) {
    return (long) START * frames + contents;
  }

  /**
   * A frame's hash in the chain: that of its content, or where a payload stands beside it
   * SHA-256(0x04 || hash of the content || SHA-256(payload)).
   */
  static byte[] hash(Sha256 sha, byte[] contentHash, Payload payload) {
    return payload.bytes().length == 0
        ? contentHash
        : sha.pair(WITH_PAYLOAD, contentHash, payload.hash());
  }

  /** Appends the frame to a buffer that has room for it. */
  void encode(ByteBuffer out, Checksum checksum) {
    int start = out.position();
    int length = bytes() - PREFIX;
    out.putInt(length).putInt(0).putLong(index).putInt(settled).put(kind.code);
    out.putInt(content.length).put(content).put(payload);
    out.putInt(start + 4, checksum(out, start, length, checksum));
  }

  /**
   * Length of the frame that begins with these {@link #START} bytes; 0 when none can.
   *
   * @param room bytes up to the end of the segment
   */
  static int bytes(ByteBuffer start, int room) {
    int length = start.getInt(0);
    int contentLength = start.getInt(START - 4);
    boolean plausible =
        length >= SMALLEST
            && length <= LARGEST
            && length <= room - PREFIX
            && contentLength >= 0
            && contentLength <= length - SMALLEST
            && Kind.of(start.get(PREFIX + 12)).isPresent();
    return plausible ? PREFIX + length : 0;
  }

  /** Reads the frame that fills these bytes; empty when its checksum does not fit. */
  static Optional<Frame> decode(ByteBuffer in, Checksum checksum) {
    ByteBuffer frame = in.slice();
    boolean fits =
        bytes(frame, frame.capacity()) == frame.capacity()
            && frame.getInt(4) == checksum(frame, 0, frame.capacity() - PREFIX, checksum);
    return fits ? Kind.of(frame.get(PREFIX + 12)).map(kind -> read(kind, frame)) : Optional.empty();
  }

  private static Frame read(Kind kind, ByteBuffer frame) {
    int contentLength = frame.getInt(START - 4);
    int payloadLength = frame.capacity() - PREFIX - SMALLEST - contentLength;
    byte[] content = new byte[contentLength];
    byte[] payload = new byte[payloadLength];
    frame.get(START, content);
    frame.get(START + contentLength, payload);
    return new Frame(kind, frame.getLong(PREFIX), frame.getInt(PREFIX + 8), content, payload);
  }

  /** Over the length and everything behind the checksum, in a buffer that has an array. */
  private static int checksum(ByteBuffer in, int start, int length, Checksum checksum) {
    int offset = in.arrayOffset() + start;
    checksum.reset();
    checksum.update(in.array(), offset, 4);
    checksum.update(in.array(), offset + PREFIX, length);
    return (int) checksum.getValue();
  }

  /** What a frame holds. */
  enum Kind {
    /** A leaf and its payload. */
    ENTRY(1, 0),
    /** A signed root. */
    ROOT(2, 2),
    /** What others said about a signed root. */
    EVIDENCE(3, 3),
    /** Closes the frames that are made durable together. */
    LINK(4, 5);

    private final byte code;
    private final byte tag;

    Kind(int code, int tag) {
      this.code = (byte) code;
      this.tag = (byte) tag;
    }

    /** The content's hash in the chain: for an entry its RFC 6962 leaf hash. */
    byte[] hash(Sha256 sha, byte[] content) {
      return sha.tagged(tag, content);
    }

    private static Optional<Kind> of(byte code) {
      return switch (code) {
        case 1 -> Optional.of(ENTRY);
        case 2 -> Optional.of(ROOT);
        case 3 -> Optional.of(EVIDENCE);
        case 4 -> Optional.of(LINK);
        default -> Optional.empty();
      };
    }
  }
}
