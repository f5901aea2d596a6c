package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.core.policy.TextInspection;
import java.util.Locale;

/** An inspection's answer as JSON; points at places, never quotes. Stateless. */
final class AnswerJson {
  private AnswerJson() {}

  /**
   * Whose answer it is, then action, score, families, spans.
   *
   * @param word {@code file} or {@code id}
   */
  static ObjectNode of(JsonNode whose, String word, TextInspection.Answer answer) {
    ObjectNode object = Json.object();
    object.set(word, whose);
    object.put("action", answer.action()).put("score", answer.score());
    answer.families().forEach(object.putArray("families")::add);
    ArrayNode spans = object.putArray("spans");
    answer.spans().forEach(span -> spans.add(span(span)));
    return object;
  }

  private static ObjectNode span(Span span) {
    return Json.object()
        .put("text", span.text().name().toLowerCase(Locale.ROOT))
        .put("start", span.start())
        .put("end", span.end());
  }
}
