package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.UntrustedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns pieces of the whole document into blocks. One thread. */
final class Composer {
  /** One step of nesting of lists, in font sizes. */
  private static final float STEP = 1.2f;

  private static final int MAX_NESTING = 8;

  /** Largest size of type that is told, points. */
  private static final float LARGEST = 10_000;

  private final Headings headings;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Float> indents = new ArrayList<>();

  private Composer(Headings headings) {
    this.headings = headings;
  }

  static List<Block> blocks(List<Piece> pieces, Map<String, Integer> bookmarks) {
    Composer composer = new Composer(Headings.of(pieces, bookmarks));
    pieces.forEach(composer::add);
    return composer.blocks;
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Text text -> addText(text);
      case Piece.Code code -> blocks.add(Block.preformatted(code.text(), List.of(code.region())));
      case Piece.Table table -> blocks.add(table(table));
      case Piece.Ready ready -> blocks.addAll(ready.blocks());
    }
  }

  private void addText(Piece.Text text) {
    Optional<Integer> level = headings.level(text);
    boolean item = !text.marker().isEmpty();
    if (level.isPresent()) {
      indents.clear();
      String title = item ? text.marker() + " " + text.text() : text.text();
      add(text, Block.heading(level.get(), title, List.of(text.region())));
    } else if (item) {
      add(text, Block.listItem(depth(text), text.marker(), text.text(), List.of(text.region())));
    } else {
      indents.clear();
      add(text, Block.paragraph(text.text(), List.of(text.region())));
    }
  }

  /** With the look by which it was judged. */
  private void add(Piece.Text text, Block block) {
    Evidence layout = Evidence.of(Evidence.Basis.LAYOUT);
    float size = Math.clamp(text.size(), 0, LARGEST);
    blocks.add(block.noted(layout.set(size, text.style().bold(), text.style().italic())));
  }

  /** Nesting by indentation against the items before. */
  private int depth(Piece.Text item) {
    float step = STEP * item.size();
    while (!indents.isEmpty() && indents.getLast() > item.indent() + step / 2) {
      indents.removeLast();
    }
    if (indents.isEmpty() || item.indent() > indents.getLast() + step / 2) {
      indents.add(item.indent());
    }
    return Math.min(MAX_NESTING, indents.size()) - 1;
  }

  private static Block table(Piece.Table table) {
    TableDraft draft = table.draft();
    List<Block.Cell> cells =
        draft.cells().stream()
            .map(
                cell ->
                    new Block.Cell(
                        cell.row(),
                        cell.column(),
                        cell.rowSpan(),
                        cell.columnSpan(),
                        UntrustedText.of(cell.text())))
            .toList();
    return new Block.Table(
        draft.columns(), draft.headerRows(), cells, UntrustedText.EMPTY, List.of(table.region()));
  }
}
