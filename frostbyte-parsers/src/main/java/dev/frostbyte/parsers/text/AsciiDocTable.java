package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table between lines of {@code |===}. */
final class AsciiDocTable {
  private static final int WIDEST = 1_000;
  private static final Pattern CELL =
      Pattern.compile(
          "(?<!\\\\)(?:(?<=^|\\s)(?:(\\d{1,3})?(?:\\.(\\d{1,3}))?([+*]))?[<^>.]{0,4}[adehlmsv]?)?\\|");
  private static final Pattern COLUMNS = Pattern.compile("cols\\s*=\\s*\"?([^\"\\]]{1,500})");

  private final List<Block.Cell> cells = new ArrayList<>();
  private final List<Integer> covered = new ArrayList<>();
  private int columns;
  private int row;
  private int column;

  private record Piece(int columnSpan, int rowSpan, int times, String text) {}

  private AsciiDocTable() {}

  /**
   * The table.
   *
   * @param attributes of the block, such as {@code [cols="1,2",options="header"]}
   */
  static Block of(List<String> lines, String attributes, String caption) {
    AsciiDocTable table = new AsciiDocTable();
    List<Piece> first = pieces(lines.stream().filter(l -> !l.isBlank()).findFirst().orElse(""));
    int said = columns(attributes);
    int counted = first.stream().mapToInt(piece -> piece.columnSpan() * piece.times()).sum();
    table.columns = Math.clamp(said > 0 ? said : counted, 1, WIDEST);
    for (Piece piece : pieces(String.join("\n", lines))) {
      for (int i = 0; i < piece.times(); i++) {
        table.add(piece);
      }
    }
    int heads = isHeaded(lines, attributes) && table.row > 0 ? 1 : 0;
    return new Block.Table(table.columns, heads, table.cells, UntrustedText.of(caption), List.of());
  }

  private static boolean isHeaded(List<String> lines, String attributes) {
    boolean implicit = lines.size() > 2 && !lines.get(0).isBlank() && lines.get(1).isBlank();
    boolean said = attributes.contains("header");
    return said || (implicit && !attributes.contains("noheader"));
  }

  private static int columns(String attributes) {
    Matcher said = COLUMNS.matcher(attributes);
    if (!said.find()) {
      return 0;
    }
    int count = 0;
    for (String each : said.group(1).split("[,;]")) {
      Matcher times = Pattern.compile("\\s*(\\d{1,3})\\*.*").matcher(each);
      count += times.matches() ? Integer.parseInt(times.group(1)) : 1;
    }
    return count;
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher marks = CELL.matcher(text);
    boolean more = marks.find();
    while (more) {
      int from = marks.end();
      boolean repeats = "*".equals(marks.group(3));
      int across = number(marks.group(1));
      int down = number(marks.group(2));
      more = marks.find();
      String cell = text.substring(from, more ? marks.start() : text.length());
      pieces.add(new Piece(repeats ? 1 : across, down, repeats ? across : 1, words(cell)));
    }
    return pieces;
  }

  private static String words(String cell) {
    StringBuilder words = new StringBuilder();
    cell.lines().map(AsciiDocText::plain).forEach(line -> words.append(line).append('\n'));
    return words.toString().strip().replace("\\|", "|");
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null || digits.isEmpty() ? 1 : Math.clamp(Integer.parseInt(digits), 1, 999);
  }

  private void add(Piece piece) {
    skipCovered();
    int width = Math.min(piece.columnSpan(), columns - column);
    cells.add(new Block.Cell(row, column, piece.rowSpan(), width, UntrustedText.of(piece.text())));
    for (int at = column; at < column + width; at++) {
      while (covered.size() <= at) {
        covered.add(0);
      }
      covered.set(at, row + piece.rowSpan());
    }
    column += width;
    if (column >= columns) {
      row++;
      column = 0;
    }
  }

  /** Passes places that cells of rows above reach into. */
  private void skipCovered() {
    int passed = 0;
    while (passed++ < 1_000_000 && column < covered.size() && covered.get(column) > row) {
      column++;
      if (column >= columns) {
        row++;
        column = 0;
      }
    }
  }
}
