package dev.frostbyte.parsers.pdf;

import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/**
 * An area painted over whatever was there. Immutable.
 *
 * @param box bounds on the displayed page, already clipped
 * @param outline exact shape in user space when it is no rectangle, null otherwise
 * @param rgb colour, {@link Colours#UNKNOWN} for images, patterns and shadings
 * @param alpha how much of what lies below is hidden, 0 to 1; 0 where it cannot be told
 * @param order when it was painted
 * @param image whether it is a picture
 */
record Fill(Rect box, @Nullable Path2D outline, int rgb, float alpha, int order, boolean image) {
  private static final float OPAQUE = 0.95f;

  /** Whether nothing below shows through. */
  boolean opaque() {
    return alpha >= OPAQUE;
  }

  /** The same in these bounds, painted at this moment. */
  Fill at(Rect bounds, int moment) {
    return new Fill(bounds, outline, rgb, alpha, moment, image);
  }
}
