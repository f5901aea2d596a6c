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
  /** Largest size of type that is told, points. */
  private static final float LARGEST = 10_000;

  private final Headings headings;
  private final Recognised recognised;
  private final Linking links;
  private final List<Block> blocks = new ArrayList<>();
  private final Nesting nesting = new Nesting();

  private Composer(Headings headings, Linking links, Recognised recognised) {
    this.headings = headings;
    this.links = links;
    this.recognised = recognised;
  }

  static List<Block> blocks(
      List<Piece> pieces, Map<String, Integer> bookmarks, Recognised recognised) {
    List<Piece> noted = Footnotes.told(Figures.single(pieces));
    List<Piece> joined = JoinedTables.of(Continued.joined(Captions.attached(noted)));
    Composer composer =
        new Composer(Headings.of(joined, bookmarks), Linking.of(joined), recognised);
    joined.forEach(composer::add);
    composer.blocks.addAll(composer.links.left());
    return composer.blocks;
  }

  private void add(Piece piece) {
    switch (piece) {
      case Piece.Text text -> addText(text);
      case Piece.Code code ->
          add(
              Block.preformatted(code.text(), List.of(code.region()))
                  .noted(recognised.in(List.of(code.region()), Evidence.NONE)));
      case Piece.Table table ->
          add(table(table).noted(recognised.in(table.regions(), Evidence.NONE)));
      case Piece.Figure figure -> add(Block.figure(figure.caption(), List.of(figure.region())));
      case Piece.Told told -> add(told.block());
      case Piece.Links known -> {}
      case Piece.Ready ready -> ready.blocks().forEach(this::add);
    }
  }

  private void add(Block block) {
    blocks.add(block);
    blocks.addAll(links.in(block));
  }

  private void addText(Piece.Text text) {
    Optional<Integer> level = headings.level(text);
    boolean item = !text.marker().isEmpty() || text.role() == Piece.Role.ITEM;
    if (level.isPresent()) {
      nesting.heading();
      add(text, Block.heading(level.get(), Headings.whole(text), text.regions()));
    } else if (text.role() == Piece.Role.FORMULA) {
      nesting.other(text);
      add(text, Block.formula(text.text(), text.regions()));
    } else if (item) {
      add(text, Block.listItem(nesting.depth(text), text.marker(), text.text(), text.regions()));
    } else {
      nesting.other(text);
      add(text, Block.paragraph(text.text(), text.regions()));
    }
  }

  /** With the look by which it was judged. */
  private void add(Piece.Text text, Block block) {
    Evidence layout = recognised.in(text.regions(), Evidence.of(Evidence.Basis.LAYOUT));
    float size = Math.clamp(text.size(), 0, LARGEST);
    add(block.noted(layout.set(size, text.style().bold(), text.style().italic())));
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
        draft.columns(),
        draft.headerRows(),
        cells,
        UntrustedText.of(table.caption()),
        table.regions());
  }
}
