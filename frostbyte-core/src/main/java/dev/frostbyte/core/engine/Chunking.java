package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.policy.Treatment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

/** Names the chunks that SERVED was cut into. Stateless. */
final class Chunking {
  private Chunking() {}

  static Chunked chunks(CanonicalId canonical, Gates.Verdict.Clear clear) {
    CodePoints text = CodePoints.of(clear.served().text().value());
    List<ChunkDraft> drafts = clear.drafts();
    List<List<Span>> places = drafts.stream().map(Chunking::places).toList();
    BitSet withheld = clear.chunks().withheld(places);
    List<Chunk> chunks = new ArrayList<>();
    for (int draft = 0; draft < drafts.size(); draft++) {
      if (!withheld.get(draft)) {
        chunks.add(chunk(canonical, text, drafts.get(draft), chunks.size(), clear.chunks()));
      }
    }
    return new Chunked(chunks, withheld.cardinality(), clear.chunks().personal(places, withheld));
  }

  private static Chunk chunk(
      CanonicalId canonical, CodePoints text, ChunkDraft draft, int number, Gates.ChunkGate gate) {
    String slice = slice(text, draft.span());
    List<UntrustedText> headings =
        draft.headings().stream().map(span -> UntrustedText.of(slice(text, span))).toList();
    return new Chunk(
        Fingerprints.chunk(canonical, draft.span(), slice),
        number,
        draft.span(),
        UntrustedText.of(slice),
        headings,
        UntrustedText.of(embedded(text, draft)),
        gate.flags(places(draft)));
  }

  /** Everything that is embedded or served with a chunk. */
  private static List<Span> places(ChunkDraft draft) {
    List<Span> places = new ArrayList<>(List.of(draft.span()));
    places.addAll(draft.headings());
    places.addAll(draft.context());
    return places;
  }

  /** Headings and context come before the chunk, each on a line. */
  private static String embedded(CodePoints text, ChunkDraft draft) {
    StringBuilder embedded = new StringBuilder();
    draft.headings().forEach(span -> embedded.append(slice(text, span)).append('\n'));
    draft.context().forEach(span -> embedded.append(slice(text, span)).append('\n'));
    return embedded.append(slice(text, draft.span())).toString();
  }

  private static String slice(CodePoints text, Span span) {
    return text.slice(span.start(), span.end());
  }

  /**
   * What a document was cut into.
   *
   * @param chunks to be embedded and served
   * @param withheld how many the gate kept back
   * @param personal what becomes of personal data, by type
   */
  record Chunked(List<Chunk> chunks, int withheld, SortedMap<String, Treatment> personal) {
    /** How many places of personal data stand in chunks that the gate kept back, and no other. */
    int personalKeptBack() {
      return personal.values().stream().mapToInt(Treatment::keptBack).sum();
    }
  }
}
