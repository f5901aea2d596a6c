package dev.frostbyte.core.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Treatment;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;

/** One file of a report as JSON. Stateless. */
final class FileJson {
  private FileJson() {}

  /**
   * A file.
   *
   * @param received when its batch was handed in
   */
  static ObjectNode of(FileReport file, Instant received) {
    ObjectNode object =
        ReportJson.object()
            .put("file_id", file.fileId())
            .put("original_filename", file.fileName().value())
            .put("document", file.document().value())
            .put("status", file.outcome())
            .put("complete", file.complete())
            .put("attached_to", file.inside().around().map(DocumentId::value).orElse(null))
            .put("attachments", file.inside().attachments());
    addReason(file, object);
    object.set("intake", intake(file, received));
    object.set("parsing", parsing(file));
    object.set("policy", policy(file));
    object.set("indexing", indexing(file));
    ArrayNode attempts = object.putArray("attempts");
    file.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
    ObjectNode found = object.putObject("found");
    file.found().forEach(found::put);
    object.put("time", file.evidence().time().toString());
    return object.set("receipt", ReportJson.receipt(file.evidence().receipt()));
  }

  /** Why it was not stored, and what to do; nothing when it was. */
  static void addReason(FileReport file, ObjectNode object) {
    file.reason()
        .ifPresent(
            problem ->
                object
                    .put("reason", problem.code().name())
                    .put("message", problem.message())
                    .put("remediation", problem.remedy())
                    .put("who", Owner.of(problem.code()).word()));
  }

  /** What was left out of a file's text, each with its file. */
  static void addDropped(FileReport file, ArrayNode into) {
    for (DroppedContent content : file.dropped()) {
      into.add(
          dropped(content)
              .put("file_id", file.fileId())
              .put("original_filename", file.fileName().value()));
    }
  }

  private static ObjectNode intake(FileReport file, Instant received) {
    return ReportJson.object()
        .put("received_at", received.toString())
        .put("mime_type", file.type())
        .put("size_bytes", file.size())
        .put("sha256", Outcomes.whole(file) ? file.source().hex() : null)
        .put("scan_result", file.scan().verdict().word())
        .put("scan_engine", file.scan().engine())
        .put("threat_name", file.scan().threat());
  }

  private static ObjectNode parsing(FileReport file) {
    Extract extract = file.extract();
    ObjectNode object =
        ReportJson.object()
            .put("status", Parsing.of(file).word())
            .put("page_count", file.pages())
            .put("section_count", extract.sections())
            .put("table_count", extract.tables())
            .put("figure_count", extract.figures())
            .put("chunk_count", file.chunks() + file.withheld())
            .put("language", extract.language())
            .put("sandbox", file.handling().sandbox())
            .put("dropped_count", extract.dropped());
    object.set("completeness", completeness(extract.completeness()));
    ArrayNode encodings = object.putArray("encodings");
    extract.encodings().forEach(encoding -> encodings.add(encoding(encoding)));
    ObjectNode hidden = object.putObject("hidden_text");
    extract.hidden().forEach((channel, pieces) -> hidden.put(word(channel), pieces));
    ArrayNode dropped = object.putArray("dropped_content");
    file.dropped().forEach(content -> dropped.add(dropped(content)));
    ArrayNode warnings = object.putArray("warnings");
    file.warnings().forEach(warning -> warnings.add(warning(warning)));
    return object;
  }

  private static ObjectNode completeness(Completeness completeness) {
    return ReportJson.object()
        .put("expected_characters", completeness.expectedCharacters())
        .put("extracted_characters", completeness.characters())
        .put("expected_pages", completeness.expectedPages())
        .put("extracted_pages", completeness.pages())
        .put("share", Share.known(completeness) ? Share.cut(completeness.ratio()) : null)
        .put("flagged", completeness.flagged());
  }

  private static ObjectNode encoding(TextEncoding encoding) {
    return ReportJson.object()
        .put("name", encoding.name())
        .put("known_from", word(encoding.basis()));
  }

  private static ObjectNode warning(Warning warning) {
    return ReportJson.object()
        .put("code", warning.code())
        .put("message", warning.message())
        .put("remediation", warning.remedy());
  }

  private static ObjectNode policy(FileReport file) {
    SortedMap<String, Treatment> personal = file.personal();
    ObjectNode object =
        ReportJson.object()
            .put("pii_found", !personal.isEmpty())
            .put("pii_action", action(personal));
    personal.keySet().forEach(object.putArray("pii_types")::add);
    object
        .put("classification", file.classification().documentClass().word())
        .put("classification_confidence", Share.cut(file.classification().confidence()))
        .put("classification_version", file.classification().version())
        .put("human_override", file.classification().byPerson())
        .put("injection_max_score", Share.cut(file.injection()))
        .put("chunks_quarantined", file.withheld());
    return object.set("personal_data", ReportJson.personal(personal));
  }

  /** The strictest of what was done; {@code personal_data} has all of it. */
  private static String action(SortedMap<String, Treatment> personal) {
    if (personal.values().stream().anyMatch(done -> done.blocked() > 0)) {
      return "blocked";
    }
    if (personal.values().stream().anyMatch(done -> done.redacted() > 0)) {
      return "redacted";
    }
    return personal.values().stream().anyMatch(done -> done.flagged() > 0) ? "flagged" : "none";
  }

  private static ObjectNode indexing(FileReport file) {
    boolean stored = Outcomes.stored(file);
    ObjectNode object =
        ReportJson.object()
            .put("chunks_embedded", stored ? file.chunks() : 0)
            .put("embed_model", stored ? file.handling().model() : "")
            .put("embed_dimensions", stored ? file.handling().dimensions() : 0);
    return stored ? object.put("indexed_at", file.evidence().time().toString()) : object;
  }

  private static ObjectNode attempt(Attempt attempt) {
    return ReportJson.object()
        .put("parser", attempt.parser())
        .put("outcome", attempt.outcome())
        .put("quality", Share.cut(attempt.quality()));
  }

  private static ObjectNode dropped(DroppedContent content) {
    return ReportJson.object()
        .put("element_type", content.kind())
        .put("reason", content.reason())
        .put("page", content.page() == 0 ? null : content.page())
        .put("count", content.count())
        .put("message", Dropped.why(content.reason()))
        .put("remediation", Dropped.remedy(content.reason()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
