package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
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

  private static final Pattern COMMENT = Pattern.compile("%[^\\r\\n]*+");
  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
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
    objects += COUNT.matcher(dictionary).results().mapToLong(PdfObjects::number).max().orElse(0);
    int data = last;
    while (data < file.length && (file[data] == '\r' || file[data] == '\n')) {
      data++;
    }
    inflation.add(ByteBuffer.wrap(file, data, file.length - data).slice(), false);
  }

  private static long number(MatchResult count) {
    return Long.parseLong(count.group(1));
  }

  /** Without comments, and with the letters that names spell as numbers (7.3.5). */
  private static String plain(String dictionary) {
    String bare = COMMENT.matcher(dictionary).replaceAll(" ");
    return ESCAPED.matcher(bare).replaceAll(it -> Matcher.quoteReplacement(letter(it.group(1))));
  }

  private static String letter(String digits) {
    return Character.toString(Integer.parseInt(digits, 16));
  }

  private static boolean isBlank(byte value) {
    return value == ' ' || value == 0 || value >= 9 && value <= 13;
  }
}
