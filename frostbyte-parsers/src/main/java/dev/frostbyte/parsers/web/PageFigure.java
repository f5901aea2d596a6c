package dev.frostbyte.parsers.web;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A {@code figure} that is open: its caption belongs to the table or else the pictures in it, and
 * is a paragraph where it holds neither, as with listings. One thread.
 */
final class PageFigure {
  private static final String PICTURES = "img, svg, canvas, video, picture, object, embed";

  private final PageWriter writer;
  private final Element element;
  private final boolean pictures;
  private Optional<Block.Table> table = Optional.empty();
  private String caption = "";

  private PageFigure(PageWriter writer, Element element, boolean pictures) {
    this.writer = writer;
    this.element = element;
    this.pictures = pictures;
    writer.hold();
  }

  /** The figure that an element begins; null when it begins none that needs to be told apart. */
  static @Nullable PageFigure begin(Element element, PageWriter writer) {
    boolean inside = writer.inFurniture() || writer.table() != null || writer.gathers();
    if (inside || !element.normalName().equals("figure")) {
      return null;
    }
    if (element.selectFirst("table") != null) {
      return element.selectFirst("figcaption") == null
          ? null
          : new PageFigure(writer, element, false);
    }
    return element.selectFirst(PICTURES) == null ? null : new PageFigure(writer, element, true);
  }

  boolean is(Element other) {
    return element == other;
  }

  /** Takes words of the caption. */
  void caption(String words) {
    caption = (caption + "\n" + words).strip();
  }

  /** Takes a table, which waits for its caption. */
  void table(Optional<Block.Table> next) {
    table.ifPresent(writer::whole);
    writer.hold();
    table = next;
  }

  /** Emits what was held. */
  void end() {
    if (table.isPresent()) {
      writer.whole(captioned(table.get()));
    } else if (pictures) {
      writer.whole(Block.figure(caption, List.of()));
    } else if (!caption.isBlank()) {
      writer.whole(Block.paragraph(caption, List.of()));
    } else {
      writer.release();
    }
  }

  /** A caption of the table's own comes first. */
  private Block captioned(Block.Table held) {
    String all = (held.caption().value() + "\n" + caption).strip();
    return new Block.Table(
        held.columns(), held.headerRows(), held.cells(), UntrustedText.of(all), held.regions());
  }
}
