package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides from the state of painting whether a reader sees a glyph. Text under a picture of the
 * whole page, or not painted over such a picture, is the layer of recognised text of a scan and
 * counts as seen when it is nearly all the text of the page. One thread.
 */
final class Visibility {
  /** Smaller text cannot be read, points. */
  private static final float SMALLEST = 1.5f;

  private static final float TRANSPARENT = 0.06f;

  /** Share of the page a picture covers when the page is a scan. */
  static final float WHOLE_PAGE = 0.8f;

  /** Share of a scan's glyphs that are not painted or covered when they are recognised text. */
  private static final float NEARLY_ALL = 0.8f;

  /** How far outside the page a glyph's centre may lie, points. */
  private static final float EDGE = 1f;

  private final Rect page;
  private final FillIndex fills;
  private final boolean scan;

  private Visibility(Rect page, FillIndex fills, boolean scan) {
    this.page = page;
    this.fills = fills;
    this.scan = scan;
  }

  static Visibility of(PageMarks marks) {
    FillIndex fills = FillIndex.of(marks);
    return new Visibility(marks.page(), fills, isScan(marks, fills));
  }

  /** How a glyph is hidden, null when it is seen. */
  @Nullable HiddenChannel hides(Glyph glyph, Rect shown) {
    Ink ink = glyph.ink();
    if (ink.off()) {
      return HiddenChannel.MARKED_HIDDEN;
    }
    if (isOutside(shown, ink)) {
      return HiddenChannel.OFF_PAGE;
    }
    if (glyph.size() < SMALLEST) {
      return HiddenChannel.SIZE;
    }
    if (isUnpainted(ink)) {
      return scan ? null : HiddenChannel.INVISIBLE;
    }
    return painted(glyph, shown);
  }

  /** Whether a glyph that counts as seen is not painted or covered: text of a scan's layer. */
  boolean isLayer(Glyph glyph, Rect shown) {
    return scan && (isUnpainted(glyph.ink()) || fills.covers(shown, glyph.order()));
  }

  private static boolean isUnpainted(Ink ink) {
    return ink.unpainted() || ink.alpha() < TRANSPARENT;
  }

  private @Nullable HiddenChannel painted(Glyph glyph, Rect shown) {
    if (fills.covers(shown, glyph.order())) {
      return scan ? null : HiddenChannel.COVERED;
    }
    int below = fills.below(shown.centreX(), shown.centreY(), glyph.order());
    int rgb = glyph.ink().rgb();
    if (below == Colours.UNKNOWN || rgb == Colours.UNKNOWN) {
      return null;
    }
    int seen = Colours.over(rgb, Math.min(1, glyph.ink().alpha()), below);
    return Colours.close(seen, below) ? HiddenChannel.COLOUR : null;
  }

  private boolean isOutside(Rect shown, Ink ink) {
    float x = shown.centreX();
    float y = shown.centreY();
    return !page.grown(EDGE).contains(x, y)
        || !ink.clip().grown(EDGE).contains(x, y)
        || ink.shapes().stream()
            .anyMatch(shape -> !shape.intersects(x - EDGE, y - EDGE, 2 * EDGE, 2 * EDGE));
  }

  private static boolean isScan(PageMarks marks, FillIndex fills) {
    List<Fill> pictures =
        marks.fills().stream()
            .filter(fill -> fill.image() && fill.box().area() >= WHOLE_PAGE * marks.page().area())
            .toList();
    if (pictures.isEmpty()) {
      return false;
    }
    long unseen = 0;
    long all = 0;
    for (Glyph glyph : marks.glyphs()) {
      if (!glyph.isBlank()) {
        all++;
        Rect shown = marks.frame(glyph.turns()).toDisplay(glyph.rect());
        unseen += glyph.ink().unpainted() || fills.covers(shown, glyph.order()) ? 1 : 0;
      }
    }
    return unseen >= NEARLY_ALL * all;
  }
}
