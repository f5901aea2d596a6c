package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.policy.Treatment;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of every file of a batch, for people who are no engineers: taken, dropped, refused,
 * and why. Made from the journal. Immutable.
 *
 * @param receivedAt when the batch was handed in
 * @param complete whether every file has its outcome
 * @param files in the order of the batch
 */
public record BatchReport(
    BatchId batch,
    TenantId tenant,
    Instant receivedAt,
    boolean complete,
    Summary summary,
    List<FileReport> files) {
  /** Copies the list. */
  public BatchReport {
    files = List.copyOf(files);
  }

  /** What was done with personal data in all files together, by type. */
  public SortedMap<String, Treatment> personal() {
    SortedMap<String, Treatment> all = new TreeMap<>();
    files.forEach(
        file -> file.personal().forEach((type, done) -> all.merge(type, done, Treatment::plus)));
    return Collections.unmodifiableSortedMap(all);
  }

  /** A page for a browser, one self-contained file. */
  public String toHtml() {
    return HtmlReport.render(this);
  }

  /**
   * Counts. Law: {@code submitted} is the sum of the six outcomes once the batch is complete.
   *
   * @param submitted files handed in
   * @param chunks chunks of the stored files
   */
  public record Summary(
      int submitted,
      int stored,
      int unchanged,
      int held,
      int quarantined,
      int rejected,
      int failed,
      int chunks) {}

  /** Where the evidence of a file stands. */
  public record Evidence(AuditReceipt receipt, Instant time) {}
}
