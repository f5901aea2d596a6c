package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.core.RevealRequest;
import dev.frostbyte.core.Revelation;
import dev.frostbyte.core.policy.FamilyNames;
import java.util.Locale;
import java.util.UUID;

/** Requests to see what was found, and what is shown then, as JSON and as text. */
final class RevealLine {
  private RevealLine() {}

  static ObjectNode json(RevealRequest request) {
    return Json.object()
        .put("request", request.id().toString())
        .put("document", request.document().value())
        .put("by", request.by())
        .put("name", request.name().value())
        .put("at", request.at().toString())
        .put("reason", request.reason().value())
        .put("allowed", request.allowed());
  }

  static String text(RevealRequest request) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %s%n    asked at %s by %s: %s",
        request.id(),
        request.document(),
        request.allowed() ? "allowed" : "waits for another person",
        request.at(),
        ReviewLine.who(request.name(), request.by()),
        Shown.line(request.reason()));
  }

  static ObjectNode decided(UUID request, String decision, AuditReceipt receipt) {
    return ReviewLine.decided("request", request.toString(), decision, receipt);
  }

  static ObjectNode json(Revelation shown) {
    ObjectNode object = Json.object().put("document", shown.document().value());
    ArrayNode places = object.putArray("places");
    shown
        .places()
        .forEach(
            place ->
                places.add(
                    ReviewLine.finding(place.finding()).put("content", place.text().value())));
    object.put("partial", shown.partial().value());
    object.set("receipt", Json.receipt(shown.receipt()));
    return object;
  }

  static String text(Revelation shown) {
    StringBuilder out = new StringBuilder(shown.document().value());
    if (!shown.partial().isBlank()) {
      out.append("\nIts parser was ended; what had been read by then, checked by nothing:\n")
          .append(Shown.lines(shown.partial()));
    } else if (shown.places().isEmpty()) {
      out.append("\nNothing was found in it.");
    }
    shown
        .places()
        .forEach(
            place ->
                out.append("\n")
                    .append(place(place.finding()))
                    .append(": ")
                    .append(Shown.line(place.text())));
    return out.toString();
  }

  private static String place(Finding finding) {
    return ReviewLine.span(finding) + "  " + FamilyNames.meaning(finding.family());
  }
}
