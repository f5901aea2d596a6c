package dev.frostbyte.api.model;

import java.util.List;

/**
 * A chunk as a chunker proposes it; the engine cuts its text from SERVED and names it. Immutable.
 *
 * @param span its place in SERVED
 * @param headings the headings it stands under, outermost first, as places in SERVED
 * @param context places in SERVED whose text is put before the chunk for embedding only, such as
 *     the header row of a table split in two
 */
public record ChunkDraft(Span span, List<Span> headings, List<Span> context) {
  /** Copies the lists. */
  public ChunkDraft {
    headings = List.copyOf(headings);
    context = List.copyOf(context);
  }
}
