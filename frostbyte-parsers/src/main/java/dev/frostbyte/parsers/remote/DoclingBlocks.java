package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.HiddenChannel;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.parsers.remote.DoclingItems.Item;
import java.util.List;

/**
 * Makes blocks of Docling's items: by label in the body, otherwise by the layer they lie in.
 *
 * @param titled whether section headers stand below a title
 */
record DoclingBlocks(boolean titled) {
  private static final int MOST_DEPTH = 99;

  Block text(Item item, String words, int listDepth, List<Region> at) {
    return inBody(item) ? body(item, words, listDepth, at) : aside(item, words, at);
  }

  Block table(Item item, DoclingTable table, String caption, List<Region> at) {
    if (table.grid().isEmpty()) {
      return new Block.Dropped("table", "NO_CELLS", at);
    }
    return inBody(item) ? table.block(caption, at) : aside(item, table.grid().words(), at);
  }

  Block picture(Item item, String caption, List<Region> at) {
    return inBody(item) ? Block.figure(caption, at) : aside(item, caption, at);
  }

  private Block body(Item item, String words, int listDepth, List<Region> at) {
    int depth = Math.clamp(listDepth - 1L, 0, MOST_DEPTH);
    return switch (item.label()) {
      case "title" -> Block.heading(1, words, at);
      case "section_header", "field_heading" -> Block.heading(level(item), words, at);
      case "list_item" -> Block.listItem(depth, Fields.text(item.node(), "marker"), words, at);
      case "checkbox_selected" -> Block.listItem(depth, "☒", words, at);
      case "checkbox_unselected" -> Block.listItem(depth, "☐", words, at);
      case "code" -> Block.preformatted(words, at);
      case "formula" -> Block.formula(words, at);
      case "footnote" -> Block.footnote("", words, at);
      case "page_header" -> Block.furniture(Block.Furniture.Role.HEADER, words, at);
      case "page_footer" -> Block.furniture(Block.Furniture.Role.FOOTER, words, at);
      default -> Block.paragraph(words, at);
    };
  }

  /** Docling counts the levels of section headers from 1, a title apart. */
  private int level(Item item) {
    int level = Fields.whole(item.node(), "level", 1);
    return Math.clamp((long) level + (titled ? 1 : 0), 1, 9);
  }

  /** The layers are those of {@code docling_core.types.doc.ContentLayer}. */
  private static Block aside(Item item, String words, List<Region> at) {
    return switch (Fields.text(item.node(), "content_layer")) {
      case "invisible" -> Block.hidden(HiddenChannel.MARKED_HIDDEN, words, at);
      case "notes" -> Block.hidden(HiddenChannel.COMMENT, words, at);
      default -> Block.furniture(role(item.label()), words, at);
    };
  }

  private static Block.Furniture.Role role(String label) {
    return switch (label) {
      case "page_header" -> Block.Furniture.Role.HEADER;
      case "page_footer" -> Block.Furniture.Role.FOOTER;
      default -> Block.Furniture.Role.BOILERPLATE;
    };
  }

  private static boolean inBody(Item item) {
    return switch (Fields.text(item.node(), "content_layer")) {
      case "furniture", "background", "invisible", "notes" -> false;
      default -> true;
    };
  }
}
