package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Whether something of another kind follows a PNG or a JPEG in one file. Stateless. */
final class PictureStructure {
  /** Bytes behind the end that programs are known to leave. */
  private static final int TOLERATED = 64;

  private static final int SIGNATURE = 8;
  private static final int IEND = 0x49454e44;

  /** Chunks of a PNG that are walked over; of more it is not known where they end. */
  private static final int MAX_CHUNKS = 100_000;

  private PictureStructure() {}

  static boolean hasTrailer(Sample sample, MediaType type) throws IOException {
    return switch (type.value()) {
      case "image/png" -> sample.size() - endOfPng(sample) > TOLERATED;
      case "image/jpeg" -> sample.size() - endOfJpeg(sample) > TOLERATED;
      default -> false;
    };
  }

  /** Where the last chunk ends; the end of the file when it is cut off before. */
  private static long endOfPng(Sample sample) throws IOException {
    long at = SIGNATURE;
    for (int i = 0; i < MAX_CHUNKS; i++) {
      ByteBuffer chunk = ByteBuffer.wrap(sample.read(at, 8));
      if (chunk.limit() < 8) {
        return sample.size();
      }
      at += 12L + (chunk.getInt() & 0xffff_ffffL);
      if (chunk.getInt() == IEND) {
        return at;
      }
    }
    return at;
  }

  /**
   * Where the last end-of-image marker ends. A short file without one is cut off; in a long one
   * whose last bytes hold none, something else follows.
   */
  private static long endOfJpeg(Sample sample) {
    int marker = Sample.lastIndexOf(sample.tail(), "\u00ff\u00d9");
    boolean whole = sample.tailStart() == 0;
    return marker < 0 && whole ? sample.size() : sample.tailStart() + Math.max(0, marker + 2);
  }
}
