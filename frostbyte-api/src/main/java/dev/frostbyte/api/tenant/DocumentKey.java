package dev.frostbyte.api.tenant;

/** The two data keys of a document. */
public enum DocumentKey {
  /** Seals raw bytes, ORIGINAL, HIDDEN, findings and the redaction map. */
  ORIGINAL,
  /** Seals SERVED, chunks and vectors. */
  SERVED
}
