package dev.frostbyte.core.report;

import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.policy.Treatment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of every file of a batch, for people who are no engineers: taken, dropped, refused,
 * and why. Made from the journal; every form of it is written from this value. Its numbers add up,
 * or there is none. Immutable.
 *
 * @param manifest what is known of the manifest; null when there was none
 * @param receivedAt when the batch was handed in
 * @param complete whether every file has its outcome
 * @param submitted files handed in
 * @param files in the order of the batch
 */
public record BatchReport(
    BatchId batch,
    TenantId tenant,
    @Nullable ManifestFacts manifest,
    Instant receivedAt,
    boolean complete,
    int submitted,
    List<FileReport> files) {
  /**
   * Copies the list and counts.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INTEGRITY_BROKEN} when the numbers do
   *     not add up
   */
  public BatchReport {
    files = List.copyOf(files);
    Laws.require(batch, complete, submitted, files);
  }

  /** The counts. */
  public Summary summary() {
    return Summary.of(submitted, files);
  }

  /** What is known of the manifest; empty when there was none. */
  public Optional<ManifestFacts> manifestFacts() {
    return Optional.ofNullable(manifest);
  }

  /** What was done with personal data in all files together, by type. */
  public SortedMap<String, Treatment> personal() {
    SortedMap<String, Treatment> all = new TreeMap<>();
    files.forEach(
        file -> file.personal().forEach((type, done) -> all.merge(type, done, Treatment::plus)));
    return Collections.unmodifiableSortedMap(all);
  }

  /** SHA-256 over the canonical JSON (RFC 8785) of this report: what is signed. */
  public ContentHash digest() {
    return ContentHash.of(CanonicalWriter.bytes(ReportJson.of(this)));
  }

  /** A page for a browser, one self-contained file. It is not signed and says so. */
  public String toHtml() {
    return new String(ReportFormat.HTML.write(this, null), StandardCharsets.UTF_8);
  }

  /** The report in a form, with the signature it was given. Same values, same bytes. */
  public byte[] write(ReportFormat format, ReportSignature signature) {
    return format.write(this, signature);
  }

  /** Where the evidence of a file stands. */
  public record Evidence(AuditReceipt receipt, Instant time) {}
}
