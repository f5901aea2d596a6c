package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes pieces of the flows of one page: its columns, each read from top to bottom. One thread. */
final class FlowPieces {
  /** Share of the page's height that is its edge. */
  private static final float EDGE = 0.08f;

  private final PageText page;
  private final Set<String> references;
  private final List<Piece> pieces;
  private final Set<Part> told = new HashSet<>();

  /** Adds to these pieces. */
  FlowPieces(PageText page, List<Piece> pieces) {
    this.page = page;
    this.references = NoteMark.references(page.chunks());
    this.pieces = pieces;
  }

  /** The body of the page; its text may go on from column to column. */
  void add(LabelledPage labelled) {
    List<Block> furniture = labelled.furniture();
    if (!furniture.isEmpty()) {
      pieces.add(new Piece.Ready(furniture));
    }
    ReadingOrder.flows(labelled.items()).forEach(flow -> add(labelled, flow));
  }

  /** A flow in a direction other than that of the page, or one that lies on others. */
  void add(Frame frame, List<Item> flow) {
    addOpen(frame, flow, -1);
  }

  /** Parts come whole, where the first of them comes. */
  private void add(LabelledPage labelled, List<Item> flow) {
    int start = pieces.size();
    List<Item> open = new ArrayList<>();
    for (Item item : flow) {
      Part part = labelled.owner(item);
      if (part == null) {
        open.add(item);
      } else if (told.add(part)) {
        addOpen(page.frame(), open, start);
        open.clear();
        addPart(part, item, new Flow(page.frame(), Rect.around(flow, Item::rect), start));
      }
    }
    addOpen(page.frame(), open, start);
  }

  private void addOpen(Frame frame, List<Item> flow, int start) {
    boolean painted = CellGaps.arePainted(page.chunks());
    List<Item> found = TableCells.seen(page, flow, PlainTables.found(flow, painted));
    List<Item> lines = FlowLines.of(found);
    Flow column = new Flow(frame, Rect.around(lines, Item::rect), start);
    List<Chunk> open = new ArrayList<>();
    for (Item line : lines) {
      switch (line) {
        case Chunk chunk -> open.add(chunk);
        case TableDraft table -> {
          addText(column, open, Piece.Role.OPEN);
          open.clear();
          pieces.add(Piece.Table.of(table, region(frame, table.rect())));
        }
      }
    }
    addText(column, open, Piece.Role.OPEN);
  }

  private void addPart(Part part, Item first, Flow flow) {
    if (first instanceof TableDraft table) {
      List<Region> at = List.of(region(flow.frame(), table.rect()));
      pieces.add(new Piece.Table(table, 0, part.caption(), at));
      return;
    }
    List<Chunk> lines = lines(part.chunks());
    switch (part.label().kind()) {
      case TITLE -> addWhole(flow, lines, Piece.Role.TITLE);
      case HEADING -> addWhole(flow, lines, Piece.Role.HEADING);
      case FORMULA -> addWhole(flow, lines, Piece.Role.FORMULA);
      case LIST_ITEM -> addText(flow, lines, Piece.Role.ITEM);
      case CODE -> pieces.add(new Piece.Code(Columns.preformatted(lines), region(flow, lines)));
      case FOOTNOTE -> pieces.add(note(flow, lines));
      case FIGURE -> addFigure(flow, part, lines);
      case TEXT, CAPTION, TABLE, PAGE_HEADER, PAGE_FOOTER -> addText(flow, lines, Piece.Role.BODY);
    }
  }

  private static List<Chunk> lines(List<Chunk> chunks) {
    List<Chunk> lines = new ArrayList<>();
    for (List<Item> flow : ReadingOrder.flows(List.copyOf(chunks))) {
      for (Item line : FlowLines.of(flow)) {
        if (line instanceof Chunk chunk) {
          lines.add(chunk);
        }
      }
    }
    return lines;
  }

  /** A figure, and what is written in it. */
  private void addFigure(Flow flow, Part part, List<Chunk> lines) {
    pieces.add(new Piece.Figure(part.caption(), region(flow.frame(), part.label().rect())));
    addText(flow, lines, Piece.Role.BODY);
  }

  private Piece note(Flow flow, List<Chunk> lines) {
    String text = Joiner.joined(lines.stream().map(Chunk::text).toList());
    String marker = NoteMark.of(lines.getFirst(), page, references).marker();
    String rest = text.startsWith(marker) ? text.substring(marker.length()).strip() : text;
    Block note =
        Block.footnote(text.startsWith(marker) ? marker : "", rest, List.of(region(flow, lines)));
    Chunk all = whole(lines);
    Evidence layout = Evidence.of(Evidence.Basis.LAYOUT);
    boolean italic = all.style().italic();
    Evidence look = layout.set(Math.max(0, all.size()), all.style().bold(), italic);
    return new Piece.Told(note.noted(look), 0);
  }

  private void addWhole(Flow flow, List<Chunk> lines, Piece.Role role) {
    pieces.add(text(flow, lines, 9, role));
  }

  private void addText(Flow flow, List<Chunk> lines, Piece.Role role) {
    Chunk above = null;
    for (List<Chunk> group : Paragraphs.of(lines)) {
      Chunk first = group.getFirst();
      float gap = above == null ? 9 : (first.rect().top() - above.rect().bottom()) / first.size();
      boolean code = group.stream().allMatch(line -> line.style().mono());
      pieces.add(
          code && role == Piece.Role.OPEN
              ? new Piece.Code(Columns.preformatted(group), region(flow, group))
              : text(flow, group, gap, role));
      above = group.getLast();
    }
  }

  private Piece text(Flow flow, List<Chunk> group, float gap, Piece.Role role) {
    Rect rect = Rect.around(group, Chunk::rect);
    String start = group.getFirst().words().getFirst().text();
    boolean item =
        role != Piece.Role.FORMULA
            && Markers.isMarker(start)
            && (group.getFirst().words().size() > 1 || group.size() > 1);
    List<String> lines = new ArrayList<>(group.stream().map(Chunk::text).toList());
    if (item) {
      lines.set(0, lines.getFirst().substring(start.length()).strip());
      lines.removeIf(String::isEmpty);
    }
    Chunk all = whole(group);
    String text = Joiner.joined(lines);
    String marker = item ? start : "";
    Piece.Place place = place(flow, rect, gap, NoteMark.of(group.getFirst(), page, references));
    List<Region> at = List.of(region(flow.frame(), rect));
    return new Piece.Text(text, all.size(), all.style(), group.size(), marker, place, at, role);
  }

  private static Chunk whole(List<Chunk> lines) {
    return Chunk.of(lines.stream().flatMap(line -> line.words().stream()).toList());
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

  private Region region(Flow flow, List<Chunk> lines) {
    return region(flow.frame(), Rect.around(lines, Chunk::rect));
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
