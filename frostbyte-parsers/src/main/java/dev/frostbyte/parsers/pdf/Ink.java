package dev.frostbyte.parsers.pdf;

import java.awt.geom.Path2D;
import java.util.List;

/**
 * How glyphs are painted: everything that decides whether a reader sees them. Immutable.
 *
 * @param rgb colour, {@link Colours#UNKNOWN} for patterns
 * @param alpha 0 to 1
 * @param unpainted render mode 3 or 7: neither filled nor stroked
 * @param clip what may be painted on, displayed page
 * @param shapes what else it may be painted on only
 * @param off whether an optional content group that is switched off holds it
 */
record Ink(int rgb, float alpha, boolean unpainted, Rect clip, List<Path2D> shapes, boolean off) {}
