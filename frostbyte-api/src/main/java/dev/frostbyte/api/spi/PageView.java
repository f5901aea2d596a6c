package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.Box;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * A page or a part of one, as a model sees it. Places are those of the page: points from its top
 * left corner. Immutable.
 *
 * @param page number from 1
 * @param area the part of the page that is shown
 * @param picture of that part
 * @param words that stand in it, in no order
 */
public record PageView(int page, Box area, PagePicture picture, List<Word> words) {
  /** Checks the area and copies the list. */
  public PageView {
    words = List.copyOf(words);
    if (!(area.right() > area.left() && area.bottom() > area.top())) {
      throw new IllegalArgumentException("a view needs an area with a width and a height");
    }
  }

  /** Where a place of the picture, in pixels from its top left corner, stands on the page. */
  public Box onPage(float left, float top, float right, float bottom) {
    float across = (area.right() - area.left()) / picture.width();
    float down = (area.bottom() - area.top()) / picture.height();
    return new Box(
        area.left() + left * across,
        area.top() + top * down,
        area.left() + right * across,
        area.top() + bottom * down);
  }

  /**
   * A word. Immutable.
   *
   * @param text as it is read, the document's and not to be trusted
   * @param box where it stands
   */
  public record Word(UntrustedText text, Box box) {}
}
