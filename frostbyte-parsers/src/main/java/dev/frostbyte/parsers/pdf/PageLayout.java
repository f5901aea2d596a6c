package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays out one page: tables, reading order, paragraphs. One thread. */
final class PageLayout {
  /** Share of the page's height that is its edge. */
  private static final float EDGE = 0.08f;

  private final PageText page;
  private final Set<String> references;
  private final List<Piece> pieces = new ArrayList<>();

  private PageLayout(PageText page) {
    this.page = page;
    this.references = NoteMark.references(page.chunks());
  }

  /**
   * Pieces of a page in reading order.
   *
   * @param running chunks that are running headers or footers
   */
  static List<Piece> of(PageText page, Set<Chunk> running) {
    PageLayout layout = new PageLayout(page);
    layout.pieces.add(new Piece.Links(PageLinks.labelled(page)));
    layout.furniture(running);
    List<Chunk> body = page.chunks().stream().filter(chunk -> !running.contains(chunk)).toList();
    if (TaggedLayout.covers(page)) {
      layout.pieces.addAll(TaggedLayout.of(page, body));
    } else {
      layout.add(page.frame(), Tables.items(body, page.rules()), true);
    }
    page.asides().forEach(layout::add);
    layout.addFigures();
    layout.pieces.add(new Piece.Ready(page.evidence()));
    return layout.pieces;
  }

  /** What lies on other text comes before what begins below it, other directions come last. */
  private void add(PageText.Aside aside) {
    List<Item> items = List.copyOf(aside.chunks());
    int before = pieces.size();
    if (!aside.over()) {
      add(aside.frame(), items, false);
    } else {
      addFlow(aside.frame(), ReadingOrder.sorted(items), false);
      Rect rect = Rect.around(items, Item::rect);
      List<Piece> own = pieces.subList(before, pieces.size());
      List<Piece> moved = List.copyOf(own);
      own.clear();
      pieces.addAll(Figures.order(pieces, region(aside.frame(), rect)), moved);
    }
  }

  private void addFigures() {
    for (Rect figure : page.figures()) {
      Region region = new Region(page.number(), figure.box());
      pieces.add(Figures.position(pieces, region), new Piece.Figure("", region));
    }
  }

  private void furniture(Set<Chunk> running) {
    List<Block> blocks = new ArrayList<>();
    float middle = page.frame().page().centreY();
    for (Chunk chunk : page.chunks()) {
      if (running.contains(chunk)) {
        boolean top = chunk.rect().centreY() < middle;
        Block.Furniture.Role role = top ? Block.Furniture.Role.HEADER : Block.Furniture.Role.FOOTER;
        blocks.add(
            Block.furniture(role, chunk.text(), List.of(region(page.frame(), chunk.rect()))));
      }
    }
    pieces.add(new Piece.Ready(blocks));
  }

  /**
   * Adds one direction of the page.
   *
   * @param main whether it is the direction of most text, which may go on in the next column
   */
  private void add(Frame frame, List<Item> items, boolean main) {
    ReadingOrder.flows(items).forEach(flow -> addFlow(frame, flow, main));
  }

  private void addFlow(Frame frame, List<Item> flow, boolean main) {
    boolean painted = CellGaps.arePainted(page.chunks());
    List<Item> lines = FlowLines.of(PlainTables.found(flow, painted));
    Flow column = new Flow(frame, Rect.around(lines, Item::rect), main ? pieces.size() : -1);
    List<Chunk> open = new ArrayList<>();
    for (Item line : lines) {
      switch (line) {
        case Chunk chunk -> open.add(chunk);
        case TableDraft table -> {
          addText(column, open);
          open.clear();
          pieces.add(Piece.Table.of(table, region(frame, table.rect())));
        }
      }
    }
    addText(column, open);
  }

  private void addText(Flow flow, List<Chunk> lines) {
    Chunk above = null;
    for (List<Chunk> group : Paragraphs.of(lines)) {
      Chunk first = group.getFirst();
      float gap = above == null ? 9 : (first.rect().top() - above.rect().bottom()) / first.size();
      pieces.add(piece(flow, group, gap));
      above = group.getLast();
    }
  }

  private Piece piece(Flow flow, List<Chunk> group, float gap) {
    Rect rect = Rect.around(group, Chunk::rect);
    Region region = region(flow.frame(), rect);
    if (group.stream().allMatch(line -> line.style().mono())) {
      return new Piece.Code(Columns.preformatted(group), region);
    }
    String start = group.getFirst().words().getFirst().text();
    boolean item =
        Markers.isMarker(start) && (group.getFirst().words().size() > 1 || group.size() > 1);
    List<String> lines = new ArrayList<>(group.stream().map(Chunk::text).toList());
    if (item) {
      lines.set(0, lines.getFirst().substring(start.length()).strip());
      lines.removeIf(String::isEmpty);
    }
    Chunk all = Chunk.of(group.stream().flatMap(line -> line.words().stream()).toList());
    String text = Joiner.joined(lines);
    String marker = item ? start : "";
    Piece.Place place = place(flow, rect, gap, NoteMark.of(group.getFirst(), page, references));
    return new Piece.Text(
        text, all.size(), all.style(), group.size(), marker, place, List.of(region));
  }

  private Piece.Place place(Flow flow, Rect rect, float gap, NoteMark note) {
    float indent = rect.left() - flow.column().left();
    boolean edge = isAtEdge(flow.frame().page(), rect);
    return new Piece.Place(indent, rect.left(), gap, edge, pieces.size() == flow.start(), note);
  }

  private static boolean isAtEdge(Rect page, Rect rect) {
    float edge = EDGE * page.height();
    return rect.bottom() < page.top() + edge || rect.top() > page.bottom() - edge;
  }

  private Region region(Frame frame, Rect rect) {
    return new Region(page.number(), frame.toDisplay(rect).box());
  }

  /**
   * One column.
   *
   * @param start number of its first piece, -1 when it goes on from no other column
   */
  private record Flow(Frame frame, Rect column, int start) {}
}
