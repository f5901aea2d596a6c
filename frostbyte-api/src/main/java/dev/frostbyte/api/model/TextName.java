package dev.frostbyte.api.model;

/** The texts a document can have, and the name of its file. Every place names where it lies. */
public enum TextName {
  /** What was extracted and is visible to a reader of the document. */
  ORIGINAL,
  /** What was extracted but is not visible: sealed evidence, never indexed, never served. */
  HIDDEN,
  /** ORIGINAL after redaction: the only text that is chunked, embedded and served. */
  SERVED,
  /**
   * The name the document was handed in under: inspected like its texts, but none of them. It is
   * never chunked or embedded.
   */
  FILE_NAME
}
