package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.RetrievalProof;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The answer to a search: JSON as schema 1.7 of the requirements names it, or lines to read.
 * Stateless.
 */
final class ProofLine {
  private static final int EXCERPT = 320;

  private ProofLine() {}

  static ObjectNode json(RetrievalProof proof) {
    ObjectNode object =
        Json.object()
            .put("query_id", proof.queryId().toString())
            .put("tenant_id", proof.tenant().value());
    ArrayNode chunks = object.putArray("chunks");
    proof.passages().forEach(passage -> chunks.add(chunk(passage, proof)));
    object.put("timestamp", proof.timestamp().toString()).put("model_version_match", true);
    return object.set("receipt", Json.receipt(proof.receipt()));
  }

  private static ObjectNode chunk(Passage passage, RetrievalProof proof) {
    ObjectNode chunk =
        Json.object()
            .put("chunk_id", passage.chunk().value())
            .put("doc_id", passage.document().value())
            .put("original_filename", passage.fileName().value())
            .put("text", passage.text().value())
            .put("text_sha256", passage.slice().hex())
            .put("page", passage.span().page() == 0 ? null : passage.span().page())
            .put("start_char", passage.span().start())
            .put("end_char", passage.span().end())
            .put("similarity_score", passage.score())
            .put("embed_model", proof.space().model())
            .put("embed_version", proof.space().revision())
            .put("source_sha256", passage.source().hex())
            .put("complete", passage.complete());
    label(passage, chunk);
    passage.headings().forEach(heading -> chunk.withArray("headings").add(heading.value()));
    passage.flags().forEach(chunk.withArray("flags")::add);
    return chunk.set("receipt", Json.receipt(passage.published()));
  }

  private static void label(Passage passage, ObjectNode chunk) {
    chunk
        .put("tenant_id", passage.tenant().value())
        .put("trust", passage.trust().word())
        .put("hidden", passage.hidden())
        .put("classification", passage.classification().documentClass().word())
        .put("classification_confidence", passage.classification().confidence())
        .put("classifier_version", passage.classification().version());
  }

  static String text(RetrievalProof proof) {
    if (proof.passages().isEmpty()) {
      return "Nothing found.\n" + recorded(proof);
    }
    StringBuilder out = new StringBuilder();
    List<Passage> passages = proof.passages();
    for (int i = 0; i < passages.size(); i++) {
      out.append(passage(i + 1, passages.get(i))).append("\n\n");
    }
    return out + recorded(proof);
  }

  private static String passage(int number, Passage passage) {
    String page = passage.span().page() == 0 ? "" : ", page " + passage.span().page();
    String headings =
        passage.headings().stream().map(Shown::line).collect(Collectors.joining(" > "));
    return String.format(
            Locale.ROOT,
            "%d. %s%s   (%.3f)",
            number,
            Shown.line(passage.fileName()),
            page,
            passage.score())
        + (headings.isEmpty() ? "" : "\n   " + headings)
        + "\n   "
        + Shown.excerpt(UntrustedText.of(passage.text().value()), EXCERPT)
        + "\n   "
        + passage.document()
        + "  characters "
        + passage.span().start()
        + " to "
        + passage.span().end()
        + "\n   file SHA-256 "
        + passage.source().hex()
        + "\n   published as entry "
        + passage.published().index()
        + " of "
        + passage.published().origin()
        + flags(passage);
  }

  private static String flags(Passage passage) {
    return passage.flags().isEmpty() ? "" : "\n   flagged: " + String.join(", ", passage.flags());
  }

  private static String recorded(RetrievalProof proof) {
    return "This search is entry "
        + proof.receipt().index()
        + " of "
        + proof.receipt().origin()
        + ".";
  }
}
