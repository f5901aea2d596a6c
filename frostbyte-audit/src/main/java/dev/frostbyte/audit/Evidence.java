package dev.frostbyte.audit;

import dev.frostbyte.audit.SignedRoot.Trust;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What others said about a signed root, as the content of a frame.
 *
 * <pre>
 * u8 what: 1 cosigned note, 2 time stamp | u64 size of the root | the bytes
 * </pre>
 */
sealed interface Evidence {
  /** Most bytes of a note or of a time stamp. */
  int MAX_BYTES = SignedRoot.MAX_BYTES;

  /** Number of entries under the root it is about. */
  long size();

  /** The bytes of the frame. */
  byte[] content();

  /** Checks that it is about this root, which this key signed. */
  void requireAbout(RootText root, VerifierKey key) throws BrokenLog;

  /** The newest root together with this, when it is about the same one. */
  SignedRoot on(SignedRoot newest);

  /** Reads the content of a frame. */
  static Evidence decode(byte[] content) throws BrokenLog {
    ByteBuffer in = ByteBuffer.wrap(content);
    if (content.length <= 9 || content.length > 9 + MAX_BYTES) {
      throw new BrokenLog("evidence about a root cannot be read");
    }
    byte what = in.get();
    long size = in.getLong();
    byte[] bytes = Arrays.copyOfRange(content, 9, content.length);
    return switch (what) {
      case 1 -> Cosigned.read(size, bytes);
      case 2 -> new Stamped(size, bytes);
      default -> throw new BrokenLog("there is evidence of a kind this version does not know");
    };
  }

  private static byte[] encode(int what, long size, byte[] bytes) {
    return ByteBuffer.allocate(9 + bytes.length).put((byte) what).putLong(size).put(bytes).array();
  }

  /**
   * A note with the log's signatures and those of witnesses.
   *
   * @param root read
   */
  record Cosigned(SignedRoot root) implements Evidence {
    private static Cosigned read(long size, byte[] note) throws BrokenLog {
      return SignedRoot.parse(note)
          .filter(root -> root.checkpoint().size() == size)
          .map(Cosigned::new)
          .orElseThrow(() -> new BrokenLog("a cosigned root cannot be read"));
    }

    @Override
    public long size() {
      return root.checkpoint().size();
    }

    @Override
    public byte[] content() {
      byte[] note = root.checkpoint().note().getBytes(StandardCharsets.UTF_8);
      return encode(1, size(), note);
    }

    @Override
    public void requireAbout(RootText signed, VerifierKey key) throws BrokenLog {
      if (!RootText.of(root.checkpoint()).text().equals(signed.text())
          || root.trust(key) != Trust.VERIFIED) {
        throw new BrokenLog("a cosigned root is not the one the log signed");
      }
    }

    @Override
    public SignedRoot on(SignedRoot newest) {
      return newest.checkpoint().size() == size() ? newest.with(root.signatures()) : newest;
    }
  }

  /**
   * An RFC 3161 time stamp over the signed text of a root.
   *
   * @param response DER of the TimeStampResp; must not be changed
   */
  record Stamped(long size, byte[] response) implements Evidence {
    @Override
    public byte[] content() {
      return encode(2, size, response);
    }

    @Override
    public void requireAbout(RootText signed, VerifierKey key) throws BrokenLog {
      if (!TimeStamps.isOver(response, signed)) {
        throw new BrokenLog("a time stamp is not over the root it is kept for");
      }
    }

    @Override
    public SignedRoot on(SignedRoot newest) {
      return newest;
    }
  }
}
