package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays out one page: tables, reading order, paragraphs. One thread. */
final class PageLayout {
  private final PageText page;
  private final List<Piece> pieces = new ArrayList<>();
  private final FlowPieces flows;

  private PageLayout(PageText page) {
    this.page = page;
    this.flows = new FlowPieces(page, pieces);
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
      layout.addRest(Figures.pieces(page));
    } else {
      LabelledPage labelled = LabelledPage.of(page, body);
      layout.flows.add(labelled);
      layout.addRest(labelled.figures());
    }
    return layout.pieces;
  }

  private void addRest(List<Piece.Figure> figures) {
    page.asides().forEach(this::add);
    for (Piece.Figure figure : figures) {
      pieces.add(Figures.position(pieces, figure.region()), figure);
    }
    List<Block> told = new ArrayList<>(page.evidence());
    told.addAll(page.look().notes());
    pieces.add(new Piece.Ready(told));
  }

  /** What lies on other text comes before what begins below it, other directions come last. */
  private void add(PageText.Aside aside) {
    List<Item> items = List.copyOf(aside.chunks());
    int before = pieces.size();
    if (!aside.over()) {
      ReadingOrder.flows(items).forEach(flow -> flows.add(aside.frame(), flow));
    } else {
      flows.add(aside.frame(), ReadingOrder.sorted(items));
      Rect rect = Rect.around(items, Item::rect);
      List<Piece> own = pieces.subList(before, pieces.size());
      List<Piece> moved = List.copyOf(own);
      own.clear();
      Region over = new Region(page.number(), aside.frame().toDisplay(rect).box());
      pieces.addAll(Figures.order(pieces, over), moved);
    }
  }

  private void furniture(Set<Chunk> running) {
    List<Block> blocks = new ArrayList<>();
    float middle = page.frame().page().centreY();
    for (Chunk chunk : page.chunks()) {
      if (running.contains(chunk)) {
        boolean top = chunk.rect().centreY() < middle;
        Block.Furniture.Role role = top ? Block.Furniture.Role.HEADER : Block.Furniture.Role.FOOTER;
        Region region = new Region(page.number(), page.frame().toDisplay(chunk.rect()).box());
        blocks.add(Block.furniture(role, chunk.text(), List.of(region)));
      }
    }
    pieces.add(new Piece.Ready(blocks));
  }
}
