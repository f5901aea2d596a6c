package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.PagePicture;
import dev.frostbyte.parsers.internal.PageModels;
import dev.frostbyte.parsers.internal.PictureLayout;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays pages out as scanned pages of a PDF are and emits them when the last is known, in places of
 * the pages as they were given. One thread.
 */
final class LaidOut implements PageOutput {
  private final ElementSink sink;
  private final PictureLayout layout;

  /** How pages that lie askew were levelled. */
  private final Map<Integer, Levelled> askew = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param models asked about every page; the caller closes them
   */
  LaidOut(ElementSink sink, PageModels models) {
    this.sink = sink;
    this.layout = PdfParserProvider.pictures(models);
  }

  @Override
  public void page(ImageFile.Page page, int number, Sheet sheet, List<Block> notes) {
    float scale = page.scale();
    PageSize size =
        new PageSize(number, page.pixels().width() * scale, page.pixels().height() * scale);
    layout.add(size, Words.of(sheet, number, scale), notes, dpi -> painted(page, sheet, dpi));
    if (sheet.level().angle() != 0) {
      askew.put(number, new Levelled(new Sheet(List.of(), sheet.level(), sheet.turns()), scale));
    }
  }

  /** In grey, the only colour that is kept; the angle is that of the page turned upright. */
  private static PagePicture painted(ImageFile.Page page, Sheet sheet, int dpi) {
    Pixels pixels = page.pixels();
    double most = Math.sqrt((double) PagePicture.MOST_PIXELS / pixels.width() / pixels.height());
    double share = Math.min(Math.min(1, most * 0.99), page.scale() * dpi / 72);
    int width = Math.max(1, (int) Math.round(pixels.width() * share));
    int height = Math.max(1, (int) Math.round(pixels.height() * share));
    PagePicture picture = Levelling.picture(pixels, width, height);
    return Levelling.levelled(picture, sheet.level().angle());
  }

  @Override
  public void unread(int number, Block note) {
    layout.add(number, note);
  }

  @Override
  public void end() throws IOException {
    for (Block block : layout.blocks()) {
      sink.accept(given(block));
    }
  }

  /** The block with its places on the pages as they were given; notes have theirs already. */
  private Block given(Block block) {
    List<Region> places = block.regions().stream().map(this::given).toList();
    return places.equals(block.regions()) ? block : at(block, places);
  }

  private Region given(Region region) {
    Levelled page = askew.get(region.page());
    return page == null || region.box().equals(Box.NONE)
        ? region
        : new Region(region.page(), page.sheet().fromLevel(region.box(), page.scale()));
  }

  private static Block at(Block block, List<Region> places) {
    return switch (block) {
      case Block.Noted noted -> at(noted.block(), places).noted(noted.evidence());
      case Block.Heading it -> new Block.Heading(it.level(), it.text(), places);
      case Block.Paragraph it -> new Block.Paragraph(it.text(), places);
      case Block.ListItem it -> new Block.ListItem(it.depth(), it.marker(), it.text(), places);
      case Block.Table it ->
          new Block.Table(it.columns(), it.headerRows(), it.cells(), it.caption(), places);
      case Block.Footnote it -> new Block.Footnote(it.marker(), it.text(), places);
      case Block.Furniture it -> new Block.Furniture(it.role(), it.text(), places);
      case Block.Preformatted it -> new Block.Preformatted(it.language(), it.text(), places);
      case Block.Figure it -> new Block.Figure(it.caption(), places);
      case Block.Formula it -> new Block.Formula(it.text(), places);
      case Block.Link it -> new Block.Link(it.label(), it.target(), places);
      case Block.Hidden it -> new Block.Hidden(it.channel(), it.text(), places);
      case Block.Dropped it -> it;
      case Block.Page it -> it;
      case Block.Encoded it -> it;
      case Block.Language it -> it;
      case Block.PageImage it -> it;
      case Attached it -> it;
    };
  }

  /**
   * How a page was levelled.
   *
   * @param sheet without its lines
   * @param scale points a pixel
   */
  private record Levelled(Sheet sheet, float scale) {}
}
