package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.policy.FamilyNames;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A document that waits, as JSON and as text; says where something was found, never what. */
final class ReviewLine {
  private ReviewLine() {}

  static ObjectNode json(Review review) {
    ObjectNode object =
        Json.object()
            .put("document", review.document().value())
            .put("file", review.fileName().value())
            .put("state", state(review))
            .put("since", review.since().toString())
            .put("code", review.problem().code().name())
            .put("class", review.classification().documentClass().word())
            .put("certainty", review.classification().confidence())
            .put("token", review.token());
    ArrayNode findings = object.putArray("findings");
    review.findings().forEach(finding -> findings.add(finding(finding)));
    review
        .approved()
        .ifPresent(
            approval ->
                object
                    .putObject("approved")
                    .put("by", approval.by())
                    .put("at", approval.at().toString())
                    .put("reason", approval.reason().value()));
    return object;
  }

  static ObjectNode decided(DocumentId document, String decision, AuditReceipt receipt) {
    ObjectNode object = Json.object().put("document", document.value()).put("decision", decision);
    object.set("receipt", Json.receipt(receipt));
    return object;
  }

  static String text(Review review) {
    return String.format(
        Locale.ROOT,
        "%-11s  %s  %s%n             since %s, token %s%n             %s%s",
        state(review),
        review.document(),
        Shown.line(review.fileName()),
        review.since(),
        review.token(),
        review.problem().message(),
        review.approved().isPresent() ? "\n             Approved; waits for a release." : "");
  }

  static String details(Review review) {
    StringBuilder out = new StringBuilder(text(review));
    Map<String, Long> families =
        review.findings().stream()
            .collect(Collectors.groupingBy(Finding::family, TreeMap::new, Collectors.counting()));
    families.forEach(
        (family, places) ->
            out.append("\n             ")
                .append(places)
                .append(places == 1 ? " place:  " : " places: ")
                .append(FamilyNames.meaning(family)));
    review.findings().forEach(finding -> out.append("\n               ").append(place(finding)));
    review
        .approved()
        .ifPresent(
            approval ->
                out.append("\n             Approved at ")
                    .append(approval.at())
                    .append(" by ")
                    .append(approval.by())
                    .append(": ")
                    .append(Shown.line(approval.reason())));
    return out.toString();
  }

  private static String place(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s %d to %d  %s  %s  %.2f",
        finding.span().text().name().toLowerCase(Locale.ROOT),
        finding.span().start(),
        finding.span().end(),
        finding.inspector(),
        finding.rule(),
        finding.score());
  }

  /** Where something was found. */
  static ObjectNode finding(Finding finding) {
    return Json.object()
        .put("inspector", finding.inspector())
        .put("rule", finding.rule())
        .put("family", finding.family())
        .put("score", finding.score())
        .put("text", finding.span().text().name().toLowerCase(Locale.ROOT))
        .put("start", finding.span().start())
        .put("end", finding.span().end());
  }

  private static String state(Review review) {
    return review.state().name().toLowerCase(Locale.ROOT);
  }
}
