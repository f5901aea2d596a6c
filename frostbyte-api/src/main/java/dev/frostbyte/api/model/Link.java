package dev.frostbyte.api.model;

/**
 * A link of a document. Its target is text nobody sees, hence a piece of HIDDEN on the channel
 * {@link HiddenChannel#LINK}, inspected like the rest. Immutable.
 *
 * @param span what a reader sees and follows, in ORIGINAL
 * @param target where it leads, in HIDDEN
 */
public record Link(Span span, Span target) {}
