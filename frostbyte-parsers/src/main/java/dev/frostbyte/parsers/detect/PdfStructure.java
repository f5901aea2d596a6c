package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.MediaType;

/** The header of a PDF within its first 1,024 bytes, and nothing of substance around the file. */
final class PdfStructure {
  private static final int HEADER_WITHIN = 1_024;
  private static final int TOLERATED = 64;

  private PdfStructure() {}

  static boolean hasHeader(Sample sample) {
    int at = header(sample);
    return at >= 0 && (isBlank(sample.head(), 0, at) || (!startsAsZip(sample) && ends(sample)));
  }

  /** A truncated file has no trailer and is still a PDF; the parser says what is wrong with it. */
  static MediaType type(Sample sample, boolean isZipToo) {
    boolean prepended = !isBlank(sample.head(), 0, header(sample));
    return isZipToo || prepended || appended(sample) ? Types.POLYGLOT : MediaType.PDF;
  }

  private static boolean appended(Sample sample) {
    byte[] tail = sample.tail();
    int trailer = Sample.lastIndexOf(tail, "%%EOF");
    if (trailer < 0) {
      return false;
    }
    int from = trailer + 5;
    int to = tail.length;
    while (to > from && isFiller(tail[to - 1])) {
      to--;
    }
    while (from < to && isFiller(tail[from])) {
      from++;
    }
    return to - from > TOLERATED;
  }

  /** Whether it ends as a PDF; a text that only mentions the header does not. */
  private static boolean ends(Sample sample) {
    return Sample.lastIndexOf(sample.tail(), "startxref") >= 0
        && Sample.lastIndexOf(sample.tail(), "%%EOF") >= 0;
  }

  private static int header(Sample sample) {
    return Sample.indexOf(sample.head(), "%PDF-", HEADER_WITHIN);
  }

  /** A ZIP whose first entry is a stored PDF is a ZIP. */
  private static boolean startsAsZip(Sample sample) {
    return sample.hasAt(0, "PK\3\4");
  }

  private static boolean isBlank(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean mark = i < 3 && to >= 3 && (bytes[i] & 0xff) == new int[] {0xef, 0xbb, 0xbf}[i];
      if (!isFiller(bytes[i]) && !mark) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFiller(byte value) {
    return value == 0 || value == 0x1a || value == ' ' || (value >= 9 && value <= 13);
  }
}
