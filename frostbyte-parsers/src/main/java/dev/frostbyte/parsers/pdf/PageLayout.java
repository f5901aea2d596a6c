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
  private final List<Piece> pieces = new ArrayList<>();

  private PageLayout(PageText page) {
    this.page = page;
  }

  /**
   * Pieces of a page in reading order.
   *
   * @param running chunks that are running headers or footers
   */
  static List<Piece> of(PageText page, Set<Chunk> running) {
    PageLayout layout = new PageLayout(page);
    layout.furniture(running);
    List<Chunk> body = page.chunks().stream().filter(chunk -> !running.contains(chunk)).toList();
    if (TaggedLayout.covers(page)) {
      layout.pieces.addAll(TaggedLayout.of(page, body));
    } else {
      layout.add(page.frame(), Tables.items(body, page.rules()));
    }
    for (PageText.Aside aside : page.asides()) {
      layout.add(aside.frame(), List.copyOf(aside.chunks()));
    }
    layout.pieces.add(new Piece.Ready(page.evidence()));
    return layout.pieces;
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

  private void add(Frame frame, List<Item> items) {
    for (List<Item> flow : ReadingOrder.flows(items)) {
      List<Item> lines = FlowLines.of(PlainTables.found(flow));
      Rect column = Rect.around(lines, Item::rect);
      List<Chunk> open = new ArrayList<>();
      for (Item line : lines) {
        switch (line) {
          case Chunk chunk -> open.add(chunk);
          case TableDraft table -> {
            addText(frame, column, open);
            open.clear();
            pieces.add(new Piece.Table(table, region(frame, table.rect())));
          }
        }
      }
      addText(frame, column, open);
    }
  }

  private void addText(Frame frame, Rect column, List<Chunk> lines) {
    List<List<Chunk>> groups = Paragraphs.of(lines);
    Chunk above = null;
    for (List<Chunk> group : groups) {
      Chunk first = group.getFirst();
      float gap = above == null ? 9 : (first.rect().top() - above.rect().bottom()) / first.size();
      pieces.add(piece(frame, column, group, gap));
      above = group.getLast();
    }
  }

  private Piece piece(Frame frame, Rect column, List<Chunk> group, float gap) {
    Rect rect = Rect.around(group, Chunk::rect);
    Region region = region(frame, rect);
    if (group.stream().allMatch(line -> line.style().mono())) {
      return new Piece.Code(Columns.preformatted(group), region);
    }
    Chunk first = group.getFirst();
    String start = first.words().getFirst().text();
    boolean item = Markers.isMarker(start) && (first.words().size() > 1 || group.size() > 1);
    List<String> lines = new ArrayList<>(group.stream().map(Chunk::text).toList());
    if (item) {
      lines.set(0, lines.getFirst().substring(start.length()).strip());
      lines.removeIf(String::isEmpty);
    }
    Chunk all = Chunk.of(group.stream().flatMap(line -> line.words().stream()).toList());
    return new Piece.Text(
        Joiner.joined(lines),
        all.size(),
        all.style(),
        group.size(),
        item ? start : "",
        rect.left() - column.left(),
        gap,
        isAtEdge(frame.page(), rect),
        region);
  }

  private static boolean isAtEdge(Rect page, Rect rect) {
    float edge = EDGE * page.height();
    return rect.bottom() < page.top() + edge || rect.top() > page.bottom() - edge;
  }

  private Region region(Frame frame, Rect rect) {
    return new Region(page.number(), frame.toDisplay(rect).box());
  }
}
