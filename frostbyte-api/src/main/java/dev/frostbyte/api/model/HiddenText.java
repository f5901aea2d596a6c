package dev.frostbyte.api.model;

/**
 * One piece of hidden text. Immutable.
 *
 * @param channel how it was hidden
 * @param span where it stands in {@link TextName#HIDDEN}
 */
public record HiddenText(HiddenChannel channel, Span span) {}
