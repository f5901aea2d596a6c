package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import java.time.Instant;

/**
 * What makes a report evidence: its digest is in the audit log before the report exists. Immutable.
 *
 * @param digest SHA-256 over the canonical JSON of the report
 * @param time when it was asked for
 * @param receipt the entry of the log that holds the digest
 * @param checkpoint the root over that entry, signed with the deployment's Ed25519 key
 */
public record ReportSignature(
    ContentHash digest, Instant time, AuditReceipt receipt, Checkpoint checkpoint) {
  /** Name of the signed report: equal reports have equal names. */
  public String reportId() {
    return "rep_" + digest.hex().substring(0, 32);
  }
}
