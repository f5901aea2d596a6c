package dev.frostbyte.audit;

import java.util.List;
import java.util.Locale;

/**
 * The steps of a document that OpenLineage knows as jobs, and what of the document each reads and
 * writes.
 */
enum LineageStage {
  BATCH(List.of(), List.of()),
  INTAKE(List.of("submission"), List.of("raw")),
  PARSE(List.of("raw"), List.of("text")),
  GATES(List.of("text"), List.of("verdict")),
  EMBED(List.of("text"), List.of("vectors")),
  PUBLISH(List.of("text", "vectors"), List.of("bundle")),
  INDEX(List.of("bundle"), List.of("index")),
  REVIEW(List.of("verdict"), List.of("decision")),
  RELEASE(List.of("raw"), List.of("bundle")),
  REVEAL(List.of("raw"), List.of("revelation")),
  RETRIEVE(List.of("index"), List.of("passages")),
  GENERATE(List.of("passages"), List.of("answer")),
  EGRESS(List.of("text"), List.of("request")),
  EXPORT(List.of("log"), List.of("export")),
  ERASE(List.of("raw", "bundle", "index"), List.of()),
  /** No step of a document: nothing is rendered. */
  NONE(List.of(), List.of());

  private final List<String> inputs;
  private final List<String> outputs;

  LineageStage(List<String> inputs, List<String> outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /** Name of the job. */
  String job() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it reads. */
  List<String> inputs() {
    return inputs;
  }

  /** What it writes. */
  List<String> outputs() {
    return outputs;
  }
}
