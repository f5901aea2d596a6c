package dev.frostbyte.parsers.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how far a compressed stream inflates before PDFBox, which inflates it whole, is given
 * it.
 */
final class StreamBudget {
  /** Deflate makes at most 1,032 bytes of one, so that smaller streams need no measuring. */
  private static final long HARMLESS = 16 * 1024;

  private static final int CHUNK = 64 * 1024;

  private StreamBudget() {}

  /** Counts the inflated bytes of a stream, or of an array of streams, against the budget. */
  static void require(@Nullable COSBase content, Budget budget) throws IOException {
    if (content instanceof COSStream stream) {
      requireOne(stream, budget);
    } else if (content instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSStream part) {
          requireOne(part, budget);
        }
      }
    }
  }

  private static void requireOne(COSStream stream, Budget budget) throws IOException {
    if (FilterBudget.covers(stream.getFilters())) {
      FilterBudget.require(stream, budget);
      return;
    }
    int inflations = inflations(stream.getFilters());
    if (inflations == 0 || inflations == 1 && stream.getLength() < HARMLESS) {
      return;
    }
    try (InputStream in = inflating(stream.createRawInputStream(), inflations)) {
      count(in, Math.max(1, stream.getLength()), budget);
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      return; // a broken stream ends here; PDFBox keeps what came before
    }
  }

  private static InputStream inflating(InputStream raw, int times) {
    InputStream in = raw;
    for (int i = 0; i < times; i++) {
      in = new InflaterInputStream(in);
    }
    return in;
  }

  private static void count(InputStream in, long stored, Budget budget) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long inflated = 0;
    int read = in.read(chunk);
    while (read >= 0) {
      inflated += read;
      budget.inflated(read);
      budget.inflation(stored, inflated);
      read = in.read(chunk);
    }
  }

  /** Leading Flate filters. */
  private static int inflations(@Nullable COSBase filters) {
    if (filters instanceof COSName name) {
      return isFlate(name) ? 1 : 0;
    }
    int count = 0;
    if (filters instanceof COSArray names) {
      while (count < names.size() && isFlate(names.getObject(count))) {
        count++;
      }
    }
    return count;
  }

  private static boolean isFlate(@Nullable COSBase name) {
    return COSName.FLATE_DECODE.equals(name) || COSName.FLATE_DECODE_ABBREVIATION.equals(name);
  }
}
