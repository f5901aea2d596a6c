package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.UntrustedText;
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
    ArrayNode detectors = object.putArray("detectors");
    review.detectors().forEach(each -> detectors.add(DetectorLine.json(each)));
    ArrayNode findings = object.putArray("findings");
    review.findings().forEach(finding -> findings.add(finding(finding)));
    review.approved().ifPresent(approval -> approved(approval, object.putObject("approved")));
    return object;
  }

  private static void approved(Review.Approval approval, ObjectNode into) {
    into.put("by", approval.by())
        .put("name", approval.name().value())
        .put("at", approval.at().toString())
        .put("until", approval.until().toString())
        .put("expired", approval.expired())
        .put("reason", approval.reason().value());
  }

  static ObjectNode decided(DocumentId document, String decision, AuditReceipt receipt) {
    return decided("document", document.value(), decision, receipt);
  }

  /**
   * A decision that was taken.
   *
   * @param key what {@code id} names
   */
  static ObjectNode decided(String key, String id, String decision, AuditReceipt receipt) {
    ObjectNode object = Json.object().put(key, id).put("decision", decision);
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
        review
            .approved()
            .map(
                given ->
                    "\n             Approved by " + who(given.name(), given.by()) + next(given))
            .orElse(""));
  }

  private static String next(Review.Approval approval) {
    return approval.expired()
        ? ", expired at " + approval.until() + "; has to be approved again."
        : "; waits until " + approval.until() + " for another person's release.";
  }

  static String details(Review review) {
    StringBuilder out = new StringBuilder(text(review));
    found(review, out);
    review
        .approved()
        .ifPresent(
            approval ->
                out.append("\n             Approved at ")
                    .append(approval.at())
                    .append(" by ")
                    .append(who(approval.name(), approval.by()))
                    .append(": ")
                    .append(Shown.line(approval.reason())));
    return out.toString();
  }

  private static void found(Review review, StringBuilder out) {
    Map<String, Long> families =
        review.findings().stream()
            .collect(Collectors.groupingBy(Finding::family, TreeMap::new, Collectors.counting()));
    families.forEach(
        (family, places) ->
            out.append("\n             ")
                .append(places)
                .append(places == 1 ? " place:  " : " places: ")
                .append(FamilyNames.meaning(family)));
    review
        .detectors()
        .forEach(each -> out.append("\n             ").append(DetectorLine.text(each)));
    review.findings().forEach(finding -> out.append("\n               ").append(place(finding)));
  }

  private static String place(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %s  %.2f",
        span(finding),
        finding.inspector(),
        finding.rule(),
        finding.score());
  }

  /** Which characters of which text, or of the name of the file. */
  static String span(Finding finding) {
    return String.format(
        Locale.ROOT,
        "%s %d to %d",
        finding.span().text().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        finding.span().start(),
        finding.span().end());
  }

  /** A person by name and as the log names them. */
  static String who(UntrustedText name, String actor) {
    return Shown.line(name) + " (" + actor + ")";
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
