package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.ContentHash;
import java.time.Instant;

/** Whether a file is a report that was signed, as the audit log says. Immutable. */
public sealed interface ReportCheck {
  /** SHA-256 of the file that was looked at. */
  ContentHash sha256();

  /**
   * It is, byte for byte.
   *
   * @param format its form, as {@link ReportFormat#word} spells it
   * @param digest of what it says
   * @param time when it was made
   * @param receipt the entry of the log that holds its hash
   * @param current whether the batch's report would say the same today, word for word; not when a
   *     document was erased since, when the batch was handed in again, or when this version of the
   *     program words or counts something otherwise than the one that made it
   */
  record Signed(
      ContentHash sha256,
      String format,
      ContentHash digest,
      Instant time,
      AuditReceipt receipt,
      boolean current)
      implements ReportCheck {}

  /**
   * The log knows no report of this batch with these bytes: it was changed, or is of another batch.
   *
   * @param known signed reports of the batch that were compared
   */
  record Unknown(ContentHash sha256, int known) implements ReportCheck {}
}
