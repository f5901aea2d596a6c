package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Joins tables that go on on the next page: nothing of the body stands between them, and they have
 * the same columns. Header rows that come again are left out and reported. One thread.
 */
final class JoinedTables {
  /** How far the edges of the parts may differ, points. */
  private static final float SAME_EDGE = 6f;

  private final List<Piece> joined = new ArrayList<>();
  private int last = -1;

  private JoinedTables() {}

  static List<Piece> of(List<Piece> pieces) {
    JoinedTables tables = new JoinedTables();
    pieces.forEach(tables::add);
    return tables.joined;
  }

  private void add(Piece piece) {
    Piece before = last < 0 ? piece : joined.get(last);
    if (piece != before
        && before instanceof Piece.Table above
        && piece instanceof Piece.Table below
        && goesOn(above, below)) {
      join(above, below);
    } else {
      joined.add(piece);
      last = piece.isAside() ? last : joined.size() - 1;
    }
  }

  private static boolean goesOn(Piece.Table above, Piece.Table below) {
    if (above.tree() > 0 || below.tree() > 0) {
      return above.tree() == below.tree();
    }
    boolean next = below.regions().getFirst().page() == above.regions().getLast().page() + 1;
    boolean columns = above.draft().columns() == below.draft().columns();
    boolean named = !below.caption().isEmpty();
    if (!next || !columns || named) {
      return false;
    }
    boolean repeats = repeated(above.draft(), below.draft()) > 0;
    return sameEdges(above.regions().getLast().box(), below.regions().getFirst().box(), repeats)
        && (repeats || below.draft().headerRows() == 0);
  }

  /** The inner pages of a book have other margins than the outer ones. */
  private static boolean sameEdges(Box one, Box other, boolean repeats) {
    float left = Math.abs(one.left() - other.left());
    float right = Math.abs(one.right() - other.right());
    float width = Math.abs(one.right() - one.left() - other.right() + other.left());
    return left <= SAME_EDGE && right <= SAME_EDGE || repeats && width <= SAME_EDGE;
  }

  /** Rows at the top of the lower part that repeat the head of the upper one. */
  private static int repeated(TableDraft above, TableDraft below) {
    int rows = Math.max(1, above.headerRows());
    TreeMap<Integer, TableDraft.Cell> head = head(above, rows);
    boolean same = head.equals(head(below, rows)) && below.rows() > rows;
    boolean closed = head.values().stream().allMatch(it -> it.row() + it.rowSpan() <= rows);
    boolean blank = head.values().stream().allMatch(cell -> cell.text().isBlank());
    return same && closed && !blank ? rows : 0;
  }

  private static TreeMap<Integer, TableDraft.Cell> head(TableDraft table, int rows) {
    TreeMap<Integer, TableDraft.Cell> head = new TreeMap<>();
    for (TableDraft.Cell cell : table.cells()) {
      if (cell.row() < rows) {
        head.put(cell.row() * table.columns() + cell.column(), cell);
      }
    }
    return head;
  }

  private void join(Piece.Table above, Piece.Table below) {
    int repeated = repeated(above.draft(), below.draft());
    List<Region> regions = new ArrayList<>(above.regions());
    regions.addAll(below.regions());
    TableDraft draft = joined(above.draft(), below.draft(), repeated);
    joined.set(last, new Piece.Table(draft, above.tree(), above.caption(), regions));
    for (int i = 0; i < repeated; i++) {
      Block drop = new Block.Dropped("table-header", "REPEATED", below.regions());
      joined.add(new Piece.Ready(List.of(drop)));
    }
  }

  private static TableDraft joined(TableDraft above, TableDraft below, int repeated) {
    List<TableDraft.Cell> cells = new ArrayList<>(above.cells());
    int shift = above.rows() - repeated;
    for (TableDraft.Cell cell : below.cells()) {
      if (cell.row() >= repeated) {
        cells.add(cell.at(cell.row() + shift));
      }
    }
    int columns = Math.max(above.columns(), below.columns());
    int heads = Math.max(above.headerRows(), repeated);
    return new TableDraft(above.rect(), columns, heads, cells);
  }
}
