package dev.frostbyte.examples.cli;

import dev.frostbyte.api.model.ProblemCode;

/** How a command ends, for scripts. The order is that of the architecture page. */
enum ExitCode {
  /** Done. */
  DONE,
  /** Some documents were refused, held, quarantined or failed. */
  INCOMPLETE,
  /** Wrong usage: an argument, a name, a configuration. */
  USAGE,
  /** Something was tampered with or does not verify. */
  BROKEN,
  /** A policy is not met. */
  UNMET,
  /** Something that must be read or written cannot be. */
  UNREADABLE;

  int number() {
    return ordinal();
  }

  /** The worse of the two. */
  ExitCode and(ExitCode other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** How a command ends that a problem stopped. */
  static ExitCode of(ProblemCode code) {
    return switch (code) {
      case INTEGRITY_BROKEN, EVIDENCE_REFUSED -> BROKEN;
      case PLUGIN_NOT_ALLOWED, KEYS_MISSING, EGRESS_NOT_CONSENTED, SECOND_PERSON_REQUIRED -> UNMET;
      case INVALID_ARGUMENT,
          TENANT_UNKNOWN,
          TENANT_ALREADY_EXISTS,
          DOCUMENT_NOT_FOUND,
          BATCH_NOT_FOUND,
          REVIEW_NOT_OPEN,
          REVIEW_TOKEN_STALE,
          APPROVAL_EXPIRED,
          REVEAL_NOT_OPEN,
          MANIFEST_INVALID,
          MANIFEST_FILE_COUNT_MISMATCH,
          DUPLICATE_FILE_ID,
          BATCH_TOO_LARGE,
          LIMIT_EXCEEDED,
          CONFIGURATION_INVALID,
          PLUGIN_UNKNOWN,
          PLUGIN_CONFLICT,
          PLUGIN_INCOMPATIBLE,
          SPACE_MISMATCH ->
          USAGE;
      case FILE_EMPTY,
          FILE_CORRUPTED,
          FILE_ENCRYPTED,
          UNSUPPORTED_FORMAT,
          TYPE_MISMATCH,
          SIZE_EXCEEDED,
          CHECKSUM_MISMATCH,
          CONTAINS_ITSELF,
          NO_TEXT,
          PARSER_ERROR,
          PARSER_TIMEOUT,
          PARSER_OUT_OF_MEMORY,
          PARSER_CRASHED,
          INJECTION_DETECTED,
          MALWARE_DETECTED,
          SCANNER_UNAVAILABLE,
          PII_BLOCKED,
          INSPECTION_FAILED,
          REVIEW_REQUIRED,
          REVIEW_REJECTED,
          REVIEW_TIMED_OUT ->
          INCOMPLETE;
      case FILE_MISSING,
          FILE_UNREADABLE,
          EMBEDDING_FAILED,
          STORAGE_FAILED,
          AUDIT_UNAVAILABLE,
          EGRESS_FAILED,
          CANCELLED,
          TENANT_BUSY,
          KEYS_DAMAGED,
          FORMAT_TOO_NEW,
          INTERNAL_ERROR ->
          UNREADABLE;
    };
  }
}
