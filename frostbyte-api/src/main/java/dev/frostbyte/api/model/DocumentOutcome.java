package dev.frostbyte.api.model;

import dev.frostbyte.api.audit.AuditReceipt;
import java.util.List;
import java.util.Locale;

/**
 * How one file ended, be it handed in or an attachment of one: exactly one of these, with a
 * receipt. Final; what becomes of the document later is its state, not its outcome. Immutable.
 */
public sealed interface DocumentOutcome {
  /** The file as it came this time. */
  SubmissionId submission();

  /** The document its bytes are. */
  DocumentId document();

  /** File name as handed in, or as the document it lay in has it: untrusted, for display only. */
  UntrustedText fileName();

  /** Whether it was handed in, or lay in another document and in which. */
  Origin origin();

  /** Where the outcome stands in the audit log. */
  AuditReceipt receipt();

  /**
   * The outcome as command lines and reports spell it: {@code stored}, {@code rejected} and so on.
   */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * Searchable now.
   *
   * @param complete false when a counted budget cut it
   */
  record Stored(
      SubmissionId submission,
      DocumentId document,
      UntrustedText fileName,
      Origin origin,
      AuditReceipt receipt,
      int chunks,
      boolean complete,
      List<Finding> findings)
      implements DocumentOutcome {
    /** Copies the list. */
    public Stored {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The same bytes under the same configuration are stored already; nothing was written but this
   * evidence.
   */
  record Unchanged(
      SubmissionId submission,
      DocumentId document,
      UntrustedText fileName,
      Origin origin,
      AuditReceipt receipt)
      implements DocumentOutcome {}

  /** Waits for a person. */
  record Held(
      SubmissionId submission,
      DocumentId document,
      UntrustedText fileName,
      Origin origin,
      AuditReceipt receipt,
      Problem problem)
      implements DocumentOutcome {}

  /** Kept sealed, never served, because of what was found in it. */
  record Quarantined(
      SubmissionId submission,
      DocumentId document,
      UntrustedText fileName,
      Origin origin,
      AuditReceipt receipt,
      Problem problem,
      List<Finding> findings)
      implements DocumentOutcome {
    /** Copies the list. */
    public Quarantined {
      findings = List.copyOf(findings);
    }
  }

  /** Not taken; only its hash and this evidence are kept. */
  record Rejected(
      SubmissionId submission,
      DocumentId document,
      UntrustedText fileName,
      Origin origin,
      AuditReceipt receipt,
      Problem problem)
      implements DocumentOutcome {}

  /** Taken, but could not be processed; its bytes are kept sealed. */
  record Failed(
      SubmissionId submission,
      DocumentId document,
      UntrustedText fileName,
      Origin origin,
      AuditReceipt receipt,
      Problem problem)
      implements DocumentOutcome {}
}
