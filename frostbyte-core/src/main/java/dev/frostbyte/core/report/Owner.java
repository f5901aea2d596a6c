package dev.frostbyte.core.report;

import dev.frostbyte.api.model.ProblemCode;
import java.util.Locale;

/** Who can do something about a problem. */
enum Owner {
  /** Whoever handed the file in. */
  SENDER,
  /** Whoever decides about documents that are kept back. */
  REVIEWER,
  /** Whoever runs the installation. */
  OPERATOR,
  /** Whoever maintains the program. */
  SUPPORT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Owner of(ProblemCode code) {
    return switch (code) {
      case CONTAINS_ITSELF,
          FILE_EMPTY,
          FILE_MISSING,
          FILE_CORRUPTED,
          FILE_ENCRYPTED,
          UNSUPPORTED_FORMAT,
          TYPE_MISMATCH,
          SIZE_EXCEEDED,
          CHECKSUM_MISMATCH,
          MANIFEST_INVALID,
          MANIFEST_FILE_COUNT_MISMATCH,
          DUPLICATE_FILE_ID,
          BATCH_TOO_LARGE,
          NO_TEXT,
          LIMIT_EXCEEDED,
          PARSER_ERROR,
          PARSER_TIMEOUT,
          PARSER_OUT_OF_MEMORY,
          PARSER_CRASHED,
          INJECTION_DETECTED,
          MALWARE_DETECTED,
          PII_BLOCKED,
          REVIEW_REJECTED,
          CANCELLED,
          TENANT_UNKNOWN,
          DOCUMENT_NOT_FOUND,
          BATCH_NOT_FOUND,
          INVALID_ARGUMENT ->
          SENDER;
      case REVIEW_REQUIRED,
          REVIEW_TIMED_OUT,
          REVIEW_NOT_OPEN,
          REVIEW_TOKEN_STALE,
          APPROVAL_EXPIRED,
          REVEAL_NOT_OPEN,
          SECOND_PERSON_REQUIRED ->
          REVIEWER;
      case INTERNAL_ERROR -> SUPPORT;
      case FILE_UNREADABLE,
          SCANNER_UNAVAILABLE,
          INSPECTION_FAILED,
          EMBEDDING_FAILED,
          STORAGE_FAILED,
          AUDIT_UNAVAILABLE,
          EVIDENCE_REFUSED,
          EGRESS_NOT_CONSENTED,
          EGRESS_FAILED,
          TENANT_ALREADY_EXISTS,
          TENANT_BUSY,
          CONFIGURATION_INVALID,
          PLUGIN_UNKNOWN,
          PLUGIN_CONFLICT,
          PLUGIN_INCOMPATIBLE,
          PLUGIN_NOT_ALLOWED,
          SPACE_MISMATCH,
          INTEGRITY_BROKEN,
          KEYS_MISSING,
          KEYS_DAMAGED,
          FORMAT_TOO_NEW ->
          OPERATOR;
    };
  }
}
