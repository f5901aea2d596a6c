package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.Verification;

/** What a check of a log found, as one line or object. Stateless. */
final class VerificationLine {
  private VerificationLine() {}

  static ObjectNode json(Verification verification) {
    ObjectNode object =
        Json.object()
            .put("intact", verification.intact())
            .put("entries", verification.entries())
            .put("sealed", verification.sealed());
    ArrayNode breaks = object.putArray("breaks");
    verification
        .breaks()
        .forEach(b -> breaks.add(Json.object().put("index", b.index()).put("what", b.what())));
    return object;
  }

  static String text(Verification verification) {
    String size =
        verification.entries()
            + " entries, "
            + verification.sealed()
            + " of them under a signed checkpoint.";
    if (verification.intact()) {
      return "Intact: " + size;
    }
    StringBuilder out = new StringBuilder("BROKEN: " + size);
    verification
        .breaks()
        .forEach(b -> out.append("\n  entry ").append(b.index()).append(": ").append(b.what()));
    return out.toString();
  }
}
