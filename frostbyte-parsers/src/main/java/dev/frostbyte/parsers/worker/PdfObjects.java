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

  private static final int LONGEST_COMMENT = 256;

  /** By what readers need of them: not all look at their type. */
  private static final Pattern PACKED = Pattern.compile("/(ObjStm|XRef|First)\\b");

  /** Letters as names may spell them (7.3.5). */
  private static final Pattern ESCAPED = Pattern.compile("#([4-7][0-9A-Fa-f])");

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
          objects++;
        } else if (file[at] == 's' && isStream(at)) {
          stream(at, inflation);
        }
      }
    }
    Preflight.require("maxObjects", objects, limits.maxObjects());
  }

  /** A number, blanks or comments or nothing, {@code obj}. */
  private boolean isObject(int at) {
    if (!Bytes.isAt(file, at, OBJECT)) {
      return false;
    }
    int before = at - 1;
    while (before > 0 && isBlank(file[before])) {
      before--;
    }
    boolean number = file[before] >= '0' && file[before] <= '9';
    return number || isBlank(file[at - 1]) && isComment(before);
  }

  /** Whether a comment ends here. */
  private boolean isComment(int end) {
    int at = end;
    while (at > Math.max(0, end - LONGEST_COMMENT) && file[at] != '\n' && file[at] != '\r') {
      if (file[at] == '%') {
        return true;
      }
      at--;
    }
    return false;
  }

  private boolean isStream(int at) {
    return Bytes.isAt(file, at, STREAM) && (file[at - 1] == '>' || isBlank(file[at - 1]));
  }

  private void stream(int at, Inflation inflation) throws BudgetReachedException {
    String dictionary = plain(new String(file, last, at - last, StandardCharsets.ISO_8859_1));
    last = at + STREAM.length;
    if (!PACKED.matcher(dictionary).find()) {
      return;
    }
    objects += EntryNumber.largest(dictionary);
    int data = last;
    while (data < file.length && (file[data] == '\r' || file[data] == '\n')) {
      data++;
    }
    inflation.add(ByteBuffer.wrap(file, data, file.length - data).slice(), false);
  }

  /**
   * With the letters that names spell as numbers. Comments are left: a string, or bytes before the
   * object, may hold what looks like the start of one.
   */
  private static String plain(String dictionary) {
    return ESCAPED
        .matcher(dictionary)
        .replaceAll(it -> Matcher.quoteReplacement(letter(it.group(1))));
  }

  private static String letter(String digits) {
    return Character.toString(Integer.parseInt(digits, 16));
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == 0 || value >= 9 && value <= 13;
  }
}
