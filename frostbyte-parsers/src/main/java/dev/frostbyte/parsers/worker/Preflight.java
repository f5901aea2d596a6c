package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Measures a file before any parser sees it, so that one which would take all memory or time of a
 * parser is not handed to it: containers entry by entry, PDF by its objects, pictures by their size
 * and their packed texts. What is inflated is counted and thrown away. What a file is, its first
 * bytes decide, whatever parser was named. One thread, used once.
 */
final class Preflight {
  private static final int PDF_HEADER_WITHIN = 1_024;

  private final byte[] file;
  private final ParseLimits limits;

  private Preflight(byte[] file, ParseLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /**
   * Checks the file against the limits. A file that is broken passes: its parser says what is
   * wrong.
   *
   * @throws BudgetReachedException with the limit, what it allows and what the file has
   */
  static void require(byte[] file, ParseLimits limits) throws BudgetReachedException {
    new Preflight(file, limits).require();
  }

  private void require() throws BudgetReachedException {
    if (startsWith("PK\3\4")) {
      new ZipBudget(little(), limits).require();
    } else if (startsWith("\u0089PNG\r\n\u001a\n")) {
      new PngBudget(ByteBuffer.wrap(file), limits).require();
    } else if (startsWith("\u00ff\u00d8")) {
      JpegSize.require(ByteBuffer.wrap(file), limits);
    } else if (startsWith("II*\0")) {
      TiffSize.require(little(), limits);
    } else if (startsWith("MM\0*")) {
      TiffSize.require(ByteBuffer.wrap(file), limits);
    } else if (startsWith("GIF8") && file.length >= 10) {
      requirePixels(little().getShort(6) & 0xffff, little().getShort(8) & 0xffff, limits);
    } else if (Bytes.indexOf(file, "%PDF-", 0, Math.min(file.length, PDF_HEADER_WITHIN)) >= 0) {
      new PdfObjects(file, limits).require();
    }
  }

  /** Checks a number against its limit. */
  static void require(String limit, long found, long allowed) throws BudgetReachedException {
    if (found > allowed) {
      throw new BudgetReachedException(limit, allowed, found);
    }
  }

  /** Checks the size of a picture. */
  static void requirePixels(long width, long height, ParseLimits limits)
      throws BudgetReachedException {
    require("maxPixels", width * height, limits.maxPixels());
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }

  private boolean startsWith(String latin) {
    byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
    return Bytes.isAt(file, 0, wanted);
  }
}
