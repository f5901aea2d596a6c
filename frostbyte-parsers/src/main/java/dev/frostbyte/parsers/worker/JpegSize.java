package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;

/** The size of a JPEG by its frame header (ITU-T T.81, B.2.2). Stateless. */
final class JpegSize {
  private static final int HUFFMAN = 0xc4;
  private static final int EXTENSION = 0xc8;
  private static final int ARITHMETIC = 0xcc;
  private static final int SCAN = 0xda;

  /** Also stands for a byte that is part of no marker. */
  private static final int FILL = 0xff;

  /** Markers without a segment: 0, 1, and those from the first restart to the end of the image. */
  private static final int TEMPORARY = 0x01;

  private static final int FIRST_RESTART = 0xd0;
  private static final int END = 0xd9;

  private JpegSize() {}

  static void require(ByteBuffer file, ParseLimits limits) throws BudgetReachedException {
    int at = 2;
    while (at <= file.limit() - 9) {
      int marker = (file.get(at) & 0xff) == 0xff ? file.get(at + 1) & 0xff : FILL;
      if (isFrame(marker)) {
        int height = file.getShort(at + 5) & 0xffff;
        Preflight.requirePixels(file.getShort(at + 7) & 0xffff, height, limits);
      }
      if (marker == SCAN) {
        return;
      }
      at += length(marker, file, at);
    }
  }

  /** Bytes that stand between segments are passed over, as decoders do. */
  private static int length(int marker, ByteBuffer file, int at) {
    if (marker == FILL) {
      return 1;
    }
    boolean bare = marker <= TEMPORARY || marker >= FIRST_RESTART && marker <= END;
    return bare ? 2 : 2 + (file.getShort(at + 2) & 0xffff);
  }

  private static boolean isFrame(int marker) {
    boolean other = marker == HUFFMAN || marker == EXTENSION || marker == ARITHMETIC;
    return marker >= 0xc0 && marker <= 0xcf && !other;
  }
}
