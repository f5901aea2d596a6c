package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * How numbers of a workbook look, the same for every locale: numbers as the format says in English,
 * dates as ISO 8601. One thread.
 */
final class CellFormats {
  private static final int AUTOMATIC = SheetColours.UNKNOWN;

  /** Points; below this nobody reads. */
  private static final double SMALLEST = 1.5;

  private static final double NORMAL_SIZE = 11;

  /** Formats that show nothing at all, and no text. */
  private static final Pattern NOTHING = Pattern.compile(";;;\\s*");

  private static final Pattern NO_TEXT = Pattern.compile("[^;\"]*;[^;\"]*;[^;\"]*;\\s*");

  /** No format, whatever its colour and language; text shows a number the same way. */
  private static final Pattern GENERAL = Pattern.compile("(?i)(?:\\[[^\\]]*])*(?:General|@)\\s*");

  private static final Pattern SIZE = Pattern.compile("\\d{1,4}(\\.\\d{1,9})?");

  private final DataFormatter formatter = new DataFormatter(Locale.US);
  private final boolean from1904;
  private final Map<Integer, String> codes = new HashMap<>();
  private final List<Node> looks = new ArrayList<>();
  private final SheetColours colours;
  private final List<Integer> fonts = new ArrayList<>();
  private final List<Double> sizes = new ArrayList<>();
  private final List<Integer> fills = new ArrayList<>();

  private CellFormats(boolean from1904, SheetColours colours) {
    this.colours = colours;
    this.from1904 = from1904;
  }

  /** Reads the styles part; built-in formats only for an empty name. */
  static CellFormats read(Container container, String part, boolean from1904, SheetColours colours)
      throws IOException {
    CellFormats formats = new CellFormats(from1904, colours);
    if (container.has(part)) {
      try (XmlPart xml = container.xml(part)) {
        formats.add(xml.tree());
      }
    }
    return formats;
  }

  /**
   * Writes a number as a cell of this style shows it.
   *
   * @param stored as the file has it
   * @throws NumberFormatException when it is no number
   */
  String write(String stored, int style) {
    double number = Double.parseDouble(stored);
    int index = (int) look(style).number("numFmtId", 0);
    String code = code(index);
    if (isTime(number, style)) {
      return new SheetTime(number, code, from1904).shown();
    }
    if (GENERAL.matcher(code).matches()) {
      return GeneralNumber.write(stored);
    }
    try {
      return formatter.formatRawCellContents(number, index, code, from1904).strip();
    } catch (RuntimeException e) {
      return GeneralNumber.write(stored);
    }
  }

  /**
   * What a cell of this style holds.
   *
   * @param shown what {@link #write} made of it
   * @throws NumberFormatException when it is no number
   */
  CellValue value(String stored, int style, String shown) {
    double number = Double.parseDouble(stored);
    SheetTime time = new SheetTime(number, code((int) look(style).number("numFmtId", 0)), from1904);
    return isTime(number, style) && !time.isElapsed()
        ? CellValue.of(CellValue.Kind.DATE, time.exact(), shown)
        : GeneralNumber.value(stored, shown);
  }

  private boolean isTime(double number, int style) {
    int index = (int) look(style).number("numFmtId", 0);
    return DateUtil.isADateFormat(index, code(index)) && DateUtil.isValidExcelDate(number);
  }

  /**
   * How a cell of this style is hidden; empty when it is seen.
   *
   * @param text whether it holds words, which the fourth part of a format may show as nothing
   */
  Optional<HiddenChannel> hidden(int style, boolean text) {
    Node look = look(style);
    String code = code((int) look.number("numFmtId", 0));
    if (NOTHING.matcher(code).matches() || (text && NO_TEXT.matcher(code).matches())) {
      return Optional.of(HiddenChannel.INVISIBLE);
    }
    if (at(sizes, (int) look.number("fontId", 0), NORMAL_SIZE) < SMALLEST) {
      return Optional.of(HiddenChannel.SIZE);
    }
    int colour = at(fonts, (int) look.number("fontId", 0), AUTOMATIC);
    int fill = at(fills, (int) look.number("fillId", 0), Contrast.WHITE);
    boolean seen = colour == AUTOMATIC || fill == AUTOMATIC || !Contrast.unreadable(colour, fill);
    return seen ? Optional.empty() : Optional.of(HiddenChannel.COLOUR);
  }

  private Node look(int style) {
    return at(looks, style, Node.NONE);
  }

  private String code(int index) {
    String builtin = BuiltinFormats.getBuiltinFormat(index);
    return codes.getOrDefault(index, builtin == null ? "General" : builtin);
  }

  private static <T> T at(List<T> list, int index, T otherwise) {
    return index >= 0 && index < list.size() ? list.get(index) : otherwise;
  }

  private void add(Node root) {
    for (Node format : root.child("s:numFmts").children("s:numFmt")) {
      codes.put((int) format.number("numFmtId", 0), format.attribute("formatCode"));
    }
    for (Node font : root.child("s:fonts").children("s:font")) {
      fonts.add(colours.of(font.child("s:color")));
      String size = font.child("s:sz").attribute("val");
      sizes.add(SIZE.matcher(size).matches() ? Double.parseDouble(size) : NORMAL_SIZE);
    }
    for (Node fill : root.child("s:fills").children("s:fill")) {
      Node pattern = fill.child("s:patternFill");
      fills.add(fill(pattern.attribute("patternType"), pattern.child("s:fgColor")));
    }
    looks.addAll(root.child("s:cellXfs").children("s:xf"));
  }

  private int fill(String pattern, Node colour) {
    return switch (pattern) {
      case "", "none" -> Contrast.WHITE;
      case "solid" -> colour.exists() ? colours.of(colour) : Contrast.WHITE;
      default -> AUTOMATIC;
    };
  }
}
