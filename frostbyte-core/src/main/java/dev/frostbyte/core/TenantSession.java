package dev.frostbyte.core;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.ReportCheck;
import dev.frostbyte.core.report.ReportFormat;
import dev.frostbyte.core.report.SignedReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One caller's access to one tenant: the only door to its documents. Thread-safe; whoever opens it
 * closes it. Methods throw {@link dev.frostbyte.api.model.FrostbyteException} with {@code
 * AUDIT_UNAVAILABLE} when the journal refuses, {@code STORAGE_FAILED} when a store does, {@code
 * INTEGRITY_BROKEN} when a seal does not open.
 */
public interface TenantSession extends AutoCloseable {
  /** The tenant. */
  TenantId tenant();

  /**
   * Processes a batch; nothing happens until outcomes are pulled. The caller closes the run.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code MANIFEST_INVALID} when the batch
   *     names another tenant
   */
  IngestRun ingest(Batch batch, ProgressListener progress);

  /** Finds passages by words and meaning. The search is in the journal before this returns. */
  RetrievalProof search(Query query);

  /** A visible document; empty when unknown, not visible or erased. */
  Optional<DocumentRow> document(DocumentId document);

  /**
   * Visible documents by id.
   *
   * @param after start after this id; empty string for the first page
   * @param limit 1 to 10,000
   */
  List<DocumentRow> documents(String after, int limit);

  /** How many documents and chunks are visible. */
  DocumentStore.Counts counts();

  /**
   * Erases a document, in whatever state: destroys its keys, then removes its bytes from every
   * store. What came in only as a file in it is erased with it, and so on; the receipt names that
   * and what stays because it came otherwise too. Returns when both stages are done; an erasure
   * that a crash interrupts is finished when the tenant is next opened.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code DOCUMENT_NOT_FOUND}
   */
  ErasureReceipt erase(DocumentId document);

  /** Documents that wait for a person, and the decisions about them. */
  Reviews reviews();

  /** What gates found and redacted, for people who need to see it: two persons each time. */
  Reveals reveals();

  /**
   * Reads every served document again that was read under another configuration, such as older
   * detectors: all gates run, and what they stop now is served no more, also when people released
   * it under the older ones. What waits for a person waits on. May be called again after an
   * interruption; it goes on with what is left.
   *
   * @param each is told every outcome once it is durable, on the calling thread; also those of
   *     files that lie in a document and were not taken before, which {@link Rescan} does not count
   */
  Rescan rescan(Consumer<DocumentOutcome> each);

  /**
   * How many documents are served that other inspectors judged than are configured now: of other
   * versions, configurations or names. {@link #rescan} reads them again, and so do runs unless
   * {@link PipelineBuilder#rescanOnUpgrade} was switched off.
   */
  int judgedByOthers();

  /** What the tenant decides about its own documents, and how to change it. */
  TenantSettings settings();

  /**
   * Throws rows and indexes away and makes them again from objects and journal, which are read once
   * before anything is thrown away.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INTEGRITY_BROKEN} when one does not
   *     verify; rows and indexes are then as they were, and the session writes no more: close it
   *     and put a good copy of the home in place
   */
  void rebuild();

  /**
   * What became of a batch, from the journal.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code BATCH_NOT_FOUND}
   */
  BatchReport report(BatchId batch);

  /**
   * The report of a batch as a file that is evidence: the digest of what it says is in the audit
   * log, under a signed root, before the file is made; the SHA-256 of the file after it.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code BATCH_NOT_FOUND}; {@code
   *     INTEGRITY_BROKEN} when its numbers do not add up; {@code LIMIT_EXCEEDED} when the batch is
   *     too large for the form
   */
  SignedReport signReport(BatchId batch, ReportFormat format);

  /**
   * Whether a file is, byte for byte, a report of the batch that {@link #signReport} made. Reads
   * the audit log again from its signed root.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code BATCH_NOT_FOUND}; {@code
   *     INTEGRITY_BROKEN} when the log does not verify
   */
  ReportCheck checkReport(BatchId batch, byte[] file);

  /** Every batch that was handed in, in the order of the last time. */
  List<BatchSummary> batches();

  /** Checks the whole audit log. */
  Verification verifyAudit();

  /** The audit log for witnesses and time stamping services; everything in it is sealed first. */
  AttestableLog attestation();

  /** Signs a root over everything in the audit log. */
  Checkpoint sealAudit();

  /**
   * The inclusion proof of a receipt of this tenant (C2SP tlog-proof); seals the log first when
   * needed.
   */
  String prove(AuditReceipt receipt);

  /**
   * One page of what the audit log says. Subjects and actors are asked for by the pseudonyms that
   * events hold; a document's is its id.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INTEGRITY_BROKEN} when the log does
   *     not verify where it was read
   */
  AuditPage audit(AuditQuery query);

  /**
   * Writes the audit log as a C2SP tree into an empty or absent folder outside of the home; the
   * export is itself in the log, after it.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INVALID_ARGUMENT} when the folder
   *     holds something or lies in the home
   */
  void exportAudit(Path folder);

  /** Ends the session; idempotent. The tenant is closed with its last session. */
  @Override
  void close();
}
