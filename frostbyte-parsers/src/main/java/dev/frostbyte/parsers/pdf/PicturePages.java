package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.parsers.internal.PagePainter;
import dev.frostbyte.parsers.internal.PictureLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives recognised words of image files the layout of scanned pages of a PDF. One thread. */
final class PicturePages implements PictureLayout {
  private final PageWindow window = new PageWindow();
  private final Recognised recognised = new Recognised(0);
  private final ModelPages models;
  private final List<Block> sizes = new ArrayList<>();

  PicturePages(ModelPages models) {
    this.models = models;
  }

  @Override
  public void add(PageSize size, List<Block> words, List<Block> notes, PagePainter painter) {
    sizes.add(new Block.Page(size));
    PageText page = page(size.page(), size.width(), size.height(), notes);
    ScanText.note(page, words, 1, recognised);
    window.add(new ScanText(page, words, 1).merged().with(models.look(painter)));
  }

  @Override
  public void add(int number, Block note) {
    window.add(page(number, 0, 0, List.of(note)));
  }

  @Override
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>(sizes);
    blocks.addAll(Composer.blocks(window.finish(), Map.of(), recognised));
    return blocks;
  }

  /** A page on which nothing was painted. */
  private static PageText page(int number, float width, float height, List<Block> notes) {
    return new PageText(
        number,
        new Frame(0, width, height),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        notes,
        List.of(),
        Map.of());
  }
}
