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

  private JpegSize() {}

  static void require(ByteBuffer file, ParseLimits limits) throws BudgetReachedException {
    int at = 2;
    while (at <= file.limit() - 9 && (file.get(at) & 0xff) == 0xff) {
      int marker = file.get(at + 1) & 0xff;
      if (isFrame(marker)) {
        int height = file.getShort(at + 5) & 0xffff;
        Preflight.requirePixels(file.getShort(at + 7) & 0xffff, height, limits);
      }
      if (marker == SCAN) {
        return;
      }
      at += marker == 0xff ? 1 : 2 + (file.getShort(at + 2) & 0xffff);
    }
  }

  private static boolean isFrame(int marker) {
    boolean other = marker == HUFFMAN || marker == EXTENSION || marker == ARITHMETIC;
    return marker >= 0xc0 && marker <= 0xcf && !other;
  }
}
