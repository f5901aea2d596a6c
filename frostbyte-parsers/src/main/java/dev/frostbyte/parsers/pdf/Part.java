package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.LayoutLabel;
import java.util.ArrayList;
import java.util.List;

/** A part of a page that a layout model sees, and what the page says there. One thread. */
final class Part {
  /** Share of a picture that a figure covers where both are one. */
  private static final float SAME = 0.5f;

  private final Label label;
  private final List<Chunk> chunks = new ArrayList<>();
  private String caption = "";
  private boolean given;

  Part(Label label) {
    this.label = label;
  }

  Label label() {
    return label;
  }

  /** To be filled by whoever made it. */
  List<Chunk> chunks() {
    return chunks;
  }

  List<Word> words() {
    return chunks.stream().flatMap(chunk -> chunk.words().stream()).toList();
  }

  /** What it says, line by line. */
  String text() {
    return CellText.of(words());
  }

  /** Where its words stand. */
  Rect rect() {
    return Rect.around(chunks, Chunk::rect);
  }

  /** Of a table or figure; may be empty. */
  String caption() {
    return caption;
  }

  /** Whether it is a caption that a table or figure has. */
  boolean isGiven() {
    return given;
  }

  /** Whether it takes captions and has none. */
  boolean isOpen() {
    boolean named = label.kind() == LayoutLabel.TABLE && !chunks.isEmpty();
    return caption.isEmpty() && (named || label.kind() == LayoutLabel.FIGURE);
  }

  void give(Part toThing) {
    toThing.caption = text();
    given = true;
  }

  boolean isFigureOver(Rect picture) {
    Rect common = label.rect().intersection(picture);
    return label.kind() == LayoutLabel.FIGURE
        && common.width() > 0
        && common.height() > 0
        && common.area() >= SAME * Math.min(picture.area(), label.rect().area());
  }
}
