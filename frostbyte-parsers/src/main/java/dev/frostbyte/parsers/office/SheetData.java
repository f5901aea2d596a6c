package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.CellValue;
import dev.frostbyte.api.model.HiddenChannel;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects the cells of one sheet: seen ones by place, hidden ones apart. One thread. */
final class SheetData implements XmlPart.Visitor {
  private static final int LAST_ROW = 1_048_575;
  private static final Pattern ZERO = Pattern.compile("0(\\.0+)?");

  /** Cells held before a part of a sheet that is known is emitted. */
  static final int PART = 50_000;

  private final CellReader reader;
  private final Relations relations;
  private final boolean hidden;
  private final Output out;
  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> seen = new TreeMap<>();
  private final NavigableMap<Integer, NavigableMap<Integer, SheetCell>> unseen = new TreeMap<>();
  private final BitSet hiddenColumns = new BitSet();
  private Merges merges = Merges.NONE;
  private final Set<Node> placed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SheetFormulas formulas = new SheetFormulas();
  private Node margins = Node.NONE;
  private Node hyperlinks = Node.NONE;
  private boolean rowsHidden;
  private int uncomputed;
  private int row = -1;
  private int column = -1;
  private int above = -1;
  private int held;
  private boolean known;

  /**
   * The cells of a sheet.
   *
   * @param hidden whether nobody sees the sheet
   */
  SheetData(CellReader reader, Relations relations, boolean hidden, Output out) {
    this.reader = reader;
    this.relations = relations;
    this.hidden = hidden;
    this.out = out;
  }

  /** Takes what stands behind the rows; from now on rows are emitted in parts. */
  void know(List<Node> ends) throws IOException {
    for (Node end : ends) {
      took(end);
    }
    known = true;
  }

  @Override
  public void took(Node element) throws IOException {
    switch (element.name()) {
      case "s:sheetFormatPr" -> rowsHidden = element.attribute("zeroHeight").matches("1|true");
      case "s:cols" -> element.children().forEach(this::columns);
      case "s:row" -> row(element);
      case "s:mergeCells" -> merges = known ? merges : Merges.of(element);
      case "s:headerFooter" -> margins = element;
      case "s:hyperlinks" -> hyperlinks = known ? hyperlinks : element;
      default -> {}
    }
  }

  /** Header and footer of the printed sheet. */
  Node margins() {
    return margins;
  }

  /** Emits what is held and what the sheet as a whole has. */
  void end() throws IOException {
    emit();
    for (String target : SheetLinks.unplaced(hyperlinks, relations, placed)) {
      out.hidden(HiddenChannel.LINK, target);
    }
    if (uncomputed > 0) {
      out.dropped("formula", "NO_STORED_VALUE");
    }
  }

  /** Emits the tables of the rows held, then what is hidden in them; all of a hidden sheet is. */
  private void emit() throws IOException {
    if (hidden) {
      emitAll(seen);
    } else {
      SheetLinks.place(hyperlinks, relations, seen, placed);
      new SheetTables(seen, merges, above, out).emit();
      above = seen.isEmpty() ? above : seen.lastKey();
    }
    emitAll(unseen);
    formulas.emit(out);
    seen.clear();
    unseen.clear();
    held = 0;
  }

  private void emitAll(NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows)
      throws IOException {
    for (NavigableMap<Integer, SheetCell> cells : rows.values()) {
      Runs runs = new Runs(out);
      for (SheetCell cell : cells.values()) {
        runs.add(cell);
      }
      runs.end();
      for (SheetCell cell : cells.values()) {
        out.links(cell.links(), false);
      }
    }
  }

  private void columns(Node range) {
    boolean marked = range.attribute("hidden").matches("1|true");
    boolean flat = ZERO.matcher(range.attribute("width")).matches();
    int first = Numbers.parse(range.attribute("min"), 1, 1, TableGrid.WIDEST);
    int last = Numbers.parse(range.attribute("max"), 1, 1, TableGrid.WIDEST);
    if ((marked || flat) && first <= last) {
      hiddenColumns.set(first - 1, last);
    }
  }

  private void row(Node element) throws IOException {
    long named = element.number("r", 0) - 1;
    row = named >= 0 && named <= LAST_ROW ? (int) named : Math.min(row + 1, LAST_ROW);
    column = -1;
    String mark = element.attribute("hidden");
    boolean flat = ZERO.matcher(element.attribute("ht")).matches();
    boolean unseenRow =
        flat || (mark.isEmpty() ? rowsHidden : mark.equals("1") || mark.equals("true"));
    for (Node cell : element.children("s:c")) {
      cell(cell, unseenRow);
    }
    if (known && held >= PART) {
      emit();
    }
  }

  private void cell(Node cell, boolean rowHidden) throws IOException {
    int named = CellReader.column(cell.attribute("r"));
    column = named >= 0 ? named : Math.min(column + 1, TableGrid.WIDEST - 1);
    uncomputed += reader.isUncomputed(cell) ? 1 : 0;
    formulas.add(cell, row, column, out);
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
    SheetCell read =
        new SheetCell(out.counted(kept), reader.value(cell, value), channel, List.of());
    put(
        channel.isEmpty() ? seen : unseen,
        SheetLinks.computed(cell).map(read::linked).orElse(read));
  }

  /** A value whose format shows nothing. */
  private void hiddenNumber(Node cell) throws IOException {
    String raw = cell.child("s:v").text();
    if (!raw.isBlank() && !reader.isText(cell)) {
      String counted = out.counted(raw);
      CellValue held = reader.value(cell, raw);
      put(unseen, new SheetCell(counted, held, Optional.of(HiddenChannel.INVISIBLE), List.of()));
    }
  }

  private void put(NavigableMap<Integer, NavigableMap<Integer, SheetCell>> rows, SheetCell cell) {
    held++;
    rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, cell);
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
      out.hiddenCounted(channel, text.toString());
      text.setLength(0);
    }
  }
}
