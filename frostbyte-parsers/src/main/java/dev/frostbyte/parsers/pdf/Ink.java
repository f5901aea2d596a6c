package dev.frostbyte.parsers.pdf;

/**
 * How glyphs are painted: everything that decides whether a reader sees them. Immutable.
 *
 * @param rgb colour, {@link Colours#UNKNOWN} for patterns
 * @param alpha 0 to 1
 * @param unpainted render mode 3 or 7: neither filled nor stroked
 * @param clip what may be painted on, displayed page
 * @param off whether an optional content group that is switched off holds it
 */
record Ink(int rgb, float alpha, boolean unpainted, Rect clip, boolean off) {}
