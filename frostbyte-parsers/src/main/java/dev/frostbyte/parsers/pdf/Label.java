package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.spi.LayoutLabel;

/**
 * A part of a page as a layout model sees it, in the frame of the page. Immutable.
 *
 * @param confidence 0 to 1
 */
record Label(LayoutLabel kind, Rect rect, float confidence) {}
