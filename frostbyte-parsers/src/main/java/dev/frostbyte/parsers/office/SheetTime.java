package dev.frostbyte.parsers.office;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * A number that its format shows as a time: days since the first of the calendar, written as ISO
 * 8601 in every locale; durations as hours, minutes and seconds. Immutable.
 *
 * @param days as stored
 * @param code of the format
 * @param from1904 whether days are counted from 1904
 */
record SheetTime(double days, String code, boolean from1904) {
  /** What a format shows as it stands. */
  private static final Pattern LITERAL = Pattern.compile("\\[[^\\]]*]|\"[^\"]*\"|\\\\.");

  private static final Pattern ELAPSED = Pattern.compile("(?i).*\\[(?:h+|m+|s+)].*");
  private static final Pattern HOURS = Pattern.compile("[hs]");
  private static final Pattern DAYS = Pattern.compile("[yd]");
  private static final double SECONDS = 86_400;

  /** Whether it is how long something took, not when it was. */
  boolean isElapsed() {
    return ELAPSED.matcher(code).matches();
  }

  /** What the cell shows. */
  String shown() {
    if (isElapsed()) {
      long seconds = Math.round(days * SECONDS);
      return String.format(
          Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }
    String letters = LITERAL.matcher(code.toLowerCase(Locale.ROOT)).replaceAll("");
    boolean hours = HOURS.matcher(letters).find();
    boolean dated = DAYS.matcher(letters).find() || (letters.contains("m") && !hours);
    return written(dated, hours || !dated);
  }

  /** All of it, whatever the format leaves out. */
  String exact() {
    boolean dated = days >= 1;
    return written(dated, !dated || !time().toLocalTime().equals(LocalTime.MIDNIGHT));
  }

  private String written(boolean dated, boolean timed) {
    LocalDateTime time = time();
    if (!dated) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time.toLocalTime());
    }
    return timed
        ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time)
        : DateTimeFormatter.ISO_LOCAL_DATE.format(time);
  }

  private LocalDateTime time() {
    return DateUtil.getLocalDateTime(days, from1904, true);
  }
}
