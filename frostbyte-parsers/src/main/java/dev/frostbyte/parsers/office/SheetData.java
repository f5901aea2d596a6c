package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.BitSet;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the cells of one sheet: seen ones by place, hidden ones apart. One thread. */
final class SheetData implements XmlPart.Visitor {
  private static final int LAST_ROW = 1_048_575;

  private final CellReader reader;
  private final Output out;
  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> seen = new TreeMap<>();
  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> unseen = new TreeMap<>();
  private final BitSet hiddenColumns = new BitSet();
  private Merges merges = Merges.NONE;
  private Node margins = Node.NONE;
  private boolean rowsHidden;
  private int uncomputed;
  private int row = -1;
  private int column = -1;

  SheetData(CellReader reader, Output out) {
    this.reader = reader;
    this.out = out;
  }

  @Override
  public void took(Node element) throws IOException {
    switch (element.name()) {
      case "s:sheetFormatPr" -> rowsHidden = element.attribute("zeroHeight").matches("1|true");
      case "s:cols" -> element.children().forEach(this::columns);
      case "s:row" -> row(element);
      case "s:mergeCells" -> merges = Merges.of(element);
      case "s:headerFooter" -> margins = element;
      default -> {}
    }
  }

  /** Header and footer of the printed sheet. */
  Node margins() {
    return margins;
  }

  /** Emits the tables of the sheet, then what is hidden in it. */
  void emit() throws IOException {
    new SheetTables(seen, merges, out).emit();
    emitAll(unseen);
    dropped();
  }

  /** Emits everything as hidden, for a sheet that is hidden itself. */
  void emitHidden() throws IOException {
    emitAll(seen);
    emitAll(unseen);
    dropped();
  }

  private void dropped() throws IOException {
    if (uncomputed > 0) {
      out.dropped("formula", "NO_STORED_VALUE");
    }
  }

  private void emitAll(NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows)
      throws IOException {
    for (NavigableMap<Integer, SheetCell> cells : rows.values()) {
      Runs runs = new Runs(out);
      for (SheetCell cell : cells.values()) {
        runs.add(cell);
      }
      runs.end();
    }
  }

  private void columns(Node range) {
    boolean hidden = range.attribute("hidden").matches("1|true");
    long width = range.number("width", 1);
    int first = Numbers.parse(range.attribute("min"), 1, 1, TableGrid.WIDEST);
    int last = Numbers.parse(range.attribute("max"), 1, 1, TableGrid.WIDEST);
    if ((hidden || width == 0) && first <= last) {
      hiddenColumns.set(first - 1, last);
    }
  }

  private void row(Node element) throws IOException {
    long named = element.number("r", 0) - 1;
    row = named >= 0 && named <= LAST_ROW ? (int) named : Math.min(row + 1, LAST_ROW);
    column = -1;
    String mark = element.attribute("hidden");
    boolean hidden = mark.isEmpty() ? rowsHidden : mark.matches("1|true");
    for (Node cell : element.children("s:c")) {
      cell(cell, hidden);
    }
  }

  private void cell(Node cell, boolean rowHidden) throws IOException {
    int named = CellReader.column(cell.attribute("r"));
    column = named >= 0 ? named : Math.min(column + 1, TableGrid.WIDEST - 1);
    uncomputed += reader.isUncomputed(cell) ? 1 : 0;
    String value = reader.read(cell);
    if (value.isBlank()) {
      hiddenNumber(cell);
      return;
    }
    boolean marked = rowHidden || hiddenColumns.get(column);
    Optional<HiddenChannel> channel =
        marked ? Optional.of(HiddenChannel.MARKED_HIDDEN) : reader.hidden(cell);
    boolean text = reader.isText(cell);
    boolean raw = !text && channel.filter(HiddenChannel.INVISIBLE::equals).isPresent();
    String kept = raw ? cell.child("s:v").text() : value;
    put(channel.isEmpty() ? seen : unseen, channel, kept, text);
  }

  /** A value whose format shows nothing. */
  private void hiddenNumber(Node cell) throws IOException {
    String raw = cell.child("s:v").text();
    if (!raw.isBlank() && !reader.isText(cell)) {
      put(unseen, Optional.of(HiddenChannel.INVISIBLE), raw, false);
    }
  }

  private void put(
      NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows,
      Optional<HiddenChannel> channel,
      String value,
      boolean text)
      throws IOException {
    rows.computeIfAbsent(row, key -> new TreeMap<>())
        .put(column, new SheetCell(out.counted(value), text, channel));
  }

  /** Joins neighbours that are hidden the same way into one block. */
  private static final class Runs {
    private final Output out;
    private final StringBuilder text = new StringBuilder();
    private HiddenChannel channel = HiddenChannel.MARKED_HIDDEN;

    Runs(Output out) {
      this.out = out;
    }

    void add(SheetCell cell) throws IOException {
      HiddenChannel next = cell.hidden().orElse(HiddenChannel.MARKED_HIDDEN);
      if (next != channel) {
        end();
      }
      channel = next;
      text.append(text.isEmpty() ? "" : "\t").append(cell.value());
    }

    void end() throws IOException {
      out.hidden(channel, text.toString());
      text.setLength(0);
    }
  }
}
