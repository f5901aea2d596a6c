package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the objects of a PDF as they stand in the file, and those in streams of objects (ISO
 * 32000-2, 7.5.7), which libraries unpack whole. One thread, used once.
 */
final class PdfObjects {
  private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] OBJECT = "obj".getBytes(StandardCharsets.ISO_8859_1);

  /** A dictionary of a stream of objects or references is shorter than that. */
  private static final int LONGEST_DICTIONARY = 4_096;

  private static final Pattern PACKED = Pattern.compile("/Type\\s*/(ObjStm|XRef)\\b");
  private static final Pattern COUNT = Pattern.compile("/N\\s+(\\d{1,9})\\b");

  private final byte[] file;
  private final ParseLimits limits;
  private long objects;
  private int last;

  PdfObjects(byte[] file, ParseLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  void require() throws BudgetReachedException {
    try (Inflation inflation = new Inflation(limits, false)) {
      for (int at = 2; at < file.length - STREAM.length; at++) {
        if (file[at] == 'o' && isObject(at)) {
          last = at;
          objects++;
        } else if (file[at] == 's' && isStream(at)) {
          stream(at, inflation);
        }
      }
    }
    Preflight.require("maxObjects", objects, limits.maxObjects());
  }

  /** A number, blanks, {@code obj}. */
  private boolean isObject(int at) {
    if (!Bytes.isAt(file, at, OBJECT) || !isBlank(file[at - 1])) {
      return false;
    }
    int before = at - 1;
    while (before > 0 && isBlank(file[before])) {
      before--;
    }
    return file[before] >= '0' && file[before] <= '9';
  }

  private boolean isStream(int at) {
    return Bytes.isAt(file, at, STREAM) && (file[at - 1] == '>' || isBlank(file[at - 1]));
  }

  private void stream(int at, Inflation inflation) throws BudgetReachedException {
    int from = Math.max(last, at - LONGEST_DICTIONARY);
    last = at + STREAM.length;
    String dictionary = new String(file, from, at - from, StandardCharsets.ISO_8859_1);
    if (!PACKED.matcher(dictionary).find()) {
      return;
    }
    Matcher count = COUNT.matcher(dictionary);
    objects += count.find() ? Long.parseLong(count.group(1)) : 0;
    int data = last;
    while (data < file.length && (file[data] == '\r' || file[data] == '\n')) {
      data++;
    }
    inflation.add(ByteBuffer.wrap(file, data, file.length - data).slice(), false);
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == 0 || value >= 9 && value <= 13;
  }
}
