package dev.frostbyte.api.model;

/** The texts a document can have. Every place names the text it lies in. */
public enum TextName {
  /** What was extracted and is visible to a reader of the document. */
  ORIGINAL,
  /** What was extracted but is not visible: sealed evidence, never indexed, never served. */
  HIDDEN,
  /** ORIGINAL after redaction: the only text that is chunked, embedded and served. */
  SERVED
}
