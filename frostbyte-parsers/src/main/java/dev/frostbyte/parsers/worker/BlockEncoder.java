package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Evidence;
import dev.frostbyte.api.model.PageSize;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import java.util.regex.Pattern;

/** Writes blocks as bytes: a tag, the regions, then the parts in the order of the record. */
final class BlockEncoder {
  static final int HEADING = 1;
  static final int PARAGRAPH = 2;
  static final int LIST_ITEM = 3;
  static final int TABLE = 4;
  static final int PREFORMATTED = 5;
  static final int FURNITURE = 6;
  static final int HIDDEN = 7;
  static final int DROPPED = 8;
  static final int FIGURE = 9;
  static final int FORMULA = 10;
  static final int FOOTNOTE = 11;
  static final int LINK = 12;
  static final int NOTED = 13;
  static final int PAGE = 14;
  static final int PAGE_IMAGE = 15;
  static final int ENCODED = 16;
  static final int LANGUAGE = 17;
  static final int ATTACHED = 18;

  private final WireWriter out = new WireWriter();

  private BlockEncoder() {}

  static byte[] encode(Block block) {
    BlockEncoder encoder = new BlockEncoder();
    encoder.block(block);
    return encoder.out.bytes();
  }

  private void block(Block block) {
    out.putByte(tag(block));
    if (block instanceof Block.Noted noted) {
      evidence(noted.evidence());
      block(noted.block());
      return;
    }
    regions(block.regions());
    parts(block);
  }

  private static int tag(Block block) {
    return switch (block) {
      case Block.Heading heading -> HEADING;
      case Block.Paragraph paragraph -> PARAGRAPH;
      case Block.ListItem item -> LIST_ITEM;
      case Block.Table table -> TABLE;
      case Block.Preformatted preformatted -> PREFORMATTED;
      case Block.Furniture furniture -> FURNITURE;
      case Block.Hidden hidden -> HIDDEN;
      case Block.Dropped dropped -> DROPPED;
      case Block.Figure figure -> FIGURE;
      case Block.Formula formula -> FORMULA;
      case Block.Footnote note -> FOOTNOTE;
      case Block.Link link -> LINK;
      case Block.Encoded encoded -> ENCODED;
      case Block.Language language -> LANGUAGE;
      case Block.Page page -> PAGE;
      case Block.PageImage image -> PAGE_IMAGE;
      case Attached piece -> ATTACHED;
      case Block.Noted noted -> NOTED;
    };
  }

  private void parts(Block block) {
    switch (block) {
      case Block.Heading heading -> numbered(heading.level(), heading.text().value());
      case Block.Paragraph paragraph -> out.putText(paragraph.text().value());
      case Block.ListItem item -> item(item);
      case Block.Table table -> table(table);
      case Block.Preformatted code -> pair(code.language(), code.text());
      case Block.Furniture furniture ->
          numbered(furniture.role().ordinal(), furniture.text().value());
      case Block.Hidden hidden -> numbered(hidden.channel().ordinal(), hidden.text().value());
      case Block.Dropped dropped -> {
        word(dropped.kind(), BlockDecoder.KIND);
        word(dropped.reason(), BlockDecoder.REASON);
      }
      case Block.Figure figure -> out.putText(figure.caption().value());
      case Block.Formula formula -> out.putText(formula.text().value());
      case Block.Footnote note -> pair(note.marker(), note.text());
      case Block.Link link -> pair(link.label(), link.target());
      case Block.Encoded encoded ->
          numbered(encoded.encoding().basis().ordinal(), encoded.encoding().name());
      case Block.Language language -> out.putText(language.tag().value());
      case Block.Page page -> page(page.size());
      case Block.PageImage image -> {
        out.putInt(image.number());
        out.putBytes(image.png());
      }
      case Attached piece -> attached(piece);
      case Block.Noted noted -> throw new IllegalArgumentException("a block is noted once");
    }
  }

  private void attached(Attached piece) {
    pair(piece.name(), piece.type());
    out.putByte(piece.last() ? 1 : 0);
    out.putBytes(piece.bytes());
  }

  private void numbered(int number, String text) {
    out.putByte(number);
    out.putText(text);
  }

  private void word(String word, Pattern shape) {
    if (!shape.matcher(word).matches()) {
      throw new IllegalArgumentException(
          "kind and reason of dropped content must match " + shape.pattern());
    }
    out.putText(word);
  }

  private void pair(UntrustedText first, UntrustedText second) {
    out.putText(first.value());
    out.putText(second.value());
  }

  private void page(PageSize size) {
    out.putInt(size.page());
    out.putFloat(size.width());
    out.putFloat(size.height());
  }

  private void evidence(Evidence evidence) {
    out.putByte(evidence.basis().ordinal());
    out.putFloat(evidence.confidence());
    out.putFloat(evidence.fontSize());
    out.putByte((evidence.bold() ? 1 : 0) + (evidence.italic() ? 2 : 0));
  }

  private void item(Block.ListItem item) {
    out.putByte(item.depth());
    out.putText(item.marker().value());
    out.putText(item.text().value());
  }

  private void table(Block.Table table) {
    out.putInt(table.columns());
    out.putInt(table.headerRows());
    out.putText(table.caption().value());
    out.putInt(table.cells().size());
    for (Block.Cell cell : table.cells()) {
      out.putInt(cell.row());
      out.putInt(cell.column());
      out.putInt(cell.rowSpan());
      out.putInt(cell.columnSpan());
      out.putText(cell.text().value());
      numbered(cell.value().kind().ordinal(), cell.value().exact().value());
    }
  }

  private void regions(List<Region> regions) {
    out.putInt(regions.size());
    for (Region region : regions) {
      out.putInt(region.page());
      out.putFloat(region.box().left());
      out.putFloat(region.box().top());
      out.putFloat(region.box().right());
      out.putFloat(region.box().bottom());
    }
  }
}
