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
 * @param files those handed in, in the order of the batch
 * @param attachments files that lay in them and are documents of their own, in the order they came
 */
public record BatchReport(
    BatchId batch,
    TenantId tenant,
    @Nullable ManifestFacts manifest,
    Instant receivedAt,
    boolean complete,
    int submitted,
    List<FileReport> files,
    List<FileReport> attachments) {
  /**
   * Copies the lists and counts.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INTEGRITY_BROKEN} when the numbers do
   *     not add up
   */
  public BatchReport {
    files = List.copyOf(files);
    attachments = List.copyOf(attachments);
    Laws.require(batch, complete, submitted, files, attachments);
  }

  /** A report of files in which no others lay. */
  public BatchReport(
      BatchId batch,
      TenantId tenant,
      @Nullable ManifestFacts manifest,
      Instant receivedAt,
      boolean complete,
      int submitted,
      List<FileReport> files) {
    this(batch, tenant, manifest, receivedAt, complete, submitted, files, List.of());
  }

  /** The counts of files handed in. */
  public Summary summary() {
    return Summary.of(submitted, files);
  }

  /** The counts of files that lay in them; each has its outcome. */
  public Summary attached() {
    return Summary.of(attachments.size(), attachments);
  }

  /** The counts of both. */
  Summary whole() {
    return Summary.of(submitted + attachments.size(), all());
  }

  /**
   * Every file that was handed in, each before those that lay in it, which are named with it, such
   * as {@code mail.eml › invoice.pdf}.
   */
  List<FileReport> all() {
    return attachments.isEmpty() ? files : FileOrder.of(files, attachments);
  }

  /** What is known of the manifest; empty when there was none. */
  public Optional<ManifestFacts> manifestFacts() {
    return Optional.ofNullable(manifest);
  }

  /** What was done with personal data in all files together, by type. */
  public SortedMap<String, Treatment> personal() {
    SortedMap<String, Treatment> sums = new TreeMap<>();
    all()
        .forEach(
            file ->
                file.personal().forEach((type, done) -> sums.merge(type, done, Treatment::plus)));
    return Collections.unmodifiableSortedMap(sums);
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
