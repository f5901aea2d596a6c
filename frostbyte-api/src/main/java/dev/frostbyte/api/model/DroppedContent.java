package dev.frostbyte.api.model;

/**
 * Something of the document that is not in its text. Immutable.
 *
 * @param kind what, such as {@code image}
 * @param reason why, such as {@code NO_TEXT}
 * @param page from 1; 0 when unknown
 * @param count how many times on this page
 */
public record DroppedContent(String kind, String reason, int page, int count) {}
