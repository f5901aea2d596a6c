package dev.frostbyte.api.model;

import java.util.List;

/**
 * A piece of SERVED that is embedded, found and served as one. Law: {@code text} is the slice of
 * SERVED at {@code span}. Immutable.
 *
 * @param number position in the document, from 0
 * @param headings texts of the headings it stands under, outermost first
 * @param embedded the text that was embedded: headings and context, then the chunk
 * @param flags rule families found in it that did not stop it
 */
public record Chunk(
    ChunkId id,
    int number,
    Span span,
    UntrustedText text,
    List<UntrustedText> headings,
    UntrustedText embedded,
    List<String> flags) {
  /** Copies the lists. */
  public Chunk {
    headings = List.copyOf(headings);
    flags = List.copyOf(flags);
  }
}
