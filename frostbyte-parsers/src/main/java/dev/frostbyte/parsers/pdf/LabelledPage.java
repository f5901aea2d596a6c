package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.LayoutLabel;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a page parted by what a layout model sees on it: every word belongs to the surest
 * part that holds its middle, or to none. Without parts it is the body and its tables. One thread.
 */
final class LabelledPage {
  private final PageText page;
  private final List<Part> parts = new ArrayList<>();
  private final List<Chunk> loose = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final Map<Item, Part> owners = new IdentityHashMap<>();

  private LabelledPage(PageText page) {
    this.page = page;
  }

  /** Asks the layout model of the page. */
  static LabelledPage of(PageText page, List<Chunk> body) {
    LabelledPage labelled = new LabelledPage(page);
    page.look().labels(page).forEach(label -> labelled.parts.add(new Part(label)));
    body.forEach(labelled::part);
    Naming.captions(labelled.parts);
    labelled.gather();
    return labelled;
  }

  /** What reading order is made of: lines and tables. */
  List<Item> items() {
    return items;
  }

  /** The part that an item stands for, null when no part holds it. */
  @Nullable Part owner(Item item) {
    return owners.get(item);
  }

  /** What the model takes for running headers and footers. */
  List<Block> furniture() {
    List<Block> blocks = new ArrayList<>();
    for (Part part : parts) {
      LayoutLabel kind = part.label().kind();
      boolean header = kind == LayoutLabel.PAGE_HEADER;
      if (!part.chunks().isEmpty() && (header || kind == LayoutLabel.PAGE_FOOTER)) {
        Block.Furniture.Role role =
            header ? Block.Furniture.Role.HEADER : Block.Furniture.Role.FOOTER;
        blocks.add(Block.furniture(role, part.text(), List.of(region(part.rect()))));
      }
    }
    return blocks;
  }

  /** Figures of the model that hold no word, and those of the page where the model sees none. */
  List<Piece.Figure> figures() {
    List<Piece.Figure> figures = new ArrayList<>();
    for (Part part : parts) {
      if (part.label().kind() == LayoutLabel.FIGURE && part.chunks().isEmpty()) {
        figures.add(new Piece.Figure(part.caption(), region(part.label().rect())));
      }
    }
    for (Rect figure : page.figures()) {
      if (parts.stream().noneMatch(part -> part.isFigureOver(page.frame().toReading(figure)))) {
        figures.add(new Piece.Figure("", new Region(page.number(), figure.box())));
      }
    }
    return figures;
  }

  /** A chunk goes to its part, cut where the parts of its words change. */
  private void part(Chunk chunk) {
    List<Word> open = new ArrayList<>();
    Part owner = null;
    for (Word word : chunk.words()) {
      Part next = holder(word);
      if (next != owner && !open.isEmpty()) {
        put(owner, Chunk.of(open));
        open.clear();
      }
      owner = next;
      open.add(word);
    }
    put(owner, open.size() == chunk.words().size() ? chunk : Chunk.of(open));
  }

  private @Nullable Part holder(Word word) {
    return parts.stream()
        .filter(part -> part.label().rect().containsCentre(word.rect()))
        .findFirst()
        .orElse(null);
  }

  private void put(@Nullable Part owner, Chunk chunk) {
    (owner == null ? loose : owner.chunks()).add(chunk);
  }

  private void gather() {
    items.addAll(TableCells.seen(page, loose, Tables.items(loose, page.rules())));
    for (Part part : parts) {
      switch (part.label().kind()) {
        case PAGE_HEADER, PAGE_FOOTER -> {}
        case CAPTION -> own(part, part.isGiven() ? List.of() : part.chunks());
        case TABLE -> own(part, part.chunks().isEmpty() ? List.of() : List.of(table(part)));
        default -> own(part, part.chunks());
      }
    }
  }

  private TableDraft table(Part part) {
    Rect rect = part.label().rect();
    TableDraft draft = RegionTable.of(part.chunks(), rect, page.rules());
    return page.look().table(page, draft, part.words());
  }

  private void own(Part part, List<? extends Item> some) {
    items.addAll(some);
    some.forEach(item -> owners.put(item, part));
  }

  private Region region(Rect rect) {
    return new Region(page.number(), page.frame().toDisplay(rect).box());
  }
}
