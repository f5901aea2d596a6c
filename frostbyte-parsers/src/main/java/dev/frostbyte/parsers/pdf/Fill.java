package dev.frostbyte.parsers.pdf;

import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/**
 * An area painted over whatever was there. Immutable.
 *
 * @param box bounds on the displayed page, already clipped
 * @param outline exact shape in user space when it is no rectangle, null otherwise
 * @param rgb colour, {@link Colours#UNKNOWN} for images, patterns and shadings
 * @param opaque whether nothing below shows through
 * @param order when it was painted
 * @param image whether it is a picture
 */
record Fill(
    Rect box, @Nullable Path2D outline, int rgb, boolean opaque, int order, boolean image) {}
