package dev.frostbyte.parsers.office;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** Counts the list items of an old Word document ([MS-DOC] 2.9.150). One thread. */
final class DocLists {
  private static final int LEVELS = 9;
  private static final int BULLET = 23;
  private static final int NONE = 255;

  private final Map<Integer, int[]> counters = new HashMap<>();

  /** The marker of a paragraph, counted; empty when it shows none. */
  String marker(Paragraph paragraph) {
    int level = paragraph.getIlvl();
    if (!paragraph.isInList() || level < 0 || level >= LEVELS) {
      return "";
    }
    HWPFList list = paragraph.getList();
    int[] numbers = counters.computeIfAbsent(list.getLsid(), key -> new int[LEVELS]);
    numbers[level] =
        numbers[level] == 0 ? Math.max(1, list.getStartAt((char) level)) : numbers[level] + 1;
    Arrays.fill(numbers, level + 1, LEVELS, 0);
    int format = list.getNumberFormat((char) level);
    return format == BULLET ? "•" : format == NONE ? "" : number(list, level, numbers);
  }

  /** Low characters of the template stand for the numbers of levels. */
  private static String number(HWPFList list, int level, int[] numbers) {
    String template = list.getNumberText((char) level);
    StringBuilder marker = new StringBuilder();
    for (char c : (template == null ? "" : template).toCharArray()) {
      if (c < LEVELS) {
        String format = format(list.getNumberFormat(c));
        marker.append(NumberFormats.write(format, Math.max(1, numbers[c])));
      } else {
        marker.append(c);
      }
    }
    return marker.toString().strip();
  }

  private static String format(int code) {
    return switch (code) {
      case 1 -> "upperRoman";
      case 2 -> "lowerRoman";
      case 3 -> "upperLetter";
      case 4 -> "lowerLetter";
      case 22 -> "decimalZero";
      default -> "decimal";
    };
  }
}
