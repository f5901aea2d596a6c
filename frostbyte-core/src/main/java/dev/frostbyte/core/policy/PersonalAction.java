package dev.frostbyte.core.policy;

/** What becomes of personal data of one type. */
public enum PersonalAction {
  /** Replaced in SERVED by its type. */
  REDACT,
  /** Served as it stands, the document and its chunks flagged with the type. */
  FLAG,
  /** The whole document is quarantined. */
  BLOCK
}
