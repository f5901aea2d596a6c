package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchSummary;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.Rescan;
import dev.frostbyte.core.RetrievalProof;
import dev.frostbyte.core.Reveals;
import dev.frostbyte.core.Reviews;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.TenantSettings;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.report.ReportCheck;
import dev.frostbyte.core.report.ReportFormat;
import dev.frostbyte.core.report.SignedReport;
import dev.frostbyte.core.retrieval.HybridSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One caller's door to one tenant. Thread-safe. */
final class Session implements TenantSession {
  private static final int MOST_ROWS = 10_000;

  private final Engine engine;
  private final TenantId tenant;
  private final TenantRuntime runtime;
  private final Person person;
  private final AtomicBoolean closed = new AtomicBoolean();

  Session(Engine engine, TenantId tenant, TenantRuntime runtime, Person person) {
    this.engine = engine;
    this.tenant = tenant;
    this.runtime = runtime;
    this.person = person;
  }

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public IngestRun ingest(Batch batch, ProgressListener progress) {
    requireOpen();
    batch
        .claimedTenant()
        .filter(named -> !named.equals(tenant.value()))
        .ifPresent(
            named ->
                ForeignBatch.refuse(
                    parts().journal(), person.actor(), parts().batchName(batch.id())));
    String name = parts().batchName(batch.id());
    RunContext context =
        new RunContext(
            runtime,
            batch.id(),
            person.actor(),
            name,
            new AtomicLong(),
            batch.files().size(),
            new AtomicInteger(),
            new AtomicBoolean(),
            closed,
            progress);
    return new Run(context, batch, engine.limits(), engine.rescansOnUpgrade());
  }

  @Override
  public RetrievalProof search(Query query) {
    requireOpen();
    Projections projections = parts().projections();
    var model = engine.stages().embedding();
    List<Passage> passages =
        Failures.attempt(
            () ->
                new HybridSearch(tenant, model, projections.index(), projections.store())
                    .search(query));
    Journal journal = parts().journal();
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("passages", (long) passages.size());
    Draft plain =
        journal.draft(EventType.RETRIEVAL_EXECUTED, person.actor(), "tenant", facts, List.of());
    Draft event =
        journal.sealed(
            plain, new RetrievalRecord(passages.stream().map(p -> p.chunk().value()).toList()));
    AuditReceipt receipt = journal.force(event);
    return new RetrievalProof(
        event.event().id(), tenant, passages, event.event().time(), model.space(), receipt);
  }

  @Override
  public Optional<DocumentRow> document(DocumentId document) {
    requireOpen();
    return Failures.attempt(() -> parts().projections().store().document(document));
  }

  @Override
  public List<DocumentRow> documents(String after, int limit) {
    requireOpen();
    requireLimit(limit);
    return Failures.attempt(() -> parts().projections().store().documents(after, limit));
  }

  @Override
  public DocumentStore.Counts counts() {
    requireOpen();
    return Failures.attempt(() -> parts().projections().store().counts());
  }

  @Override
  public ErasureReceipt erase(DocumentId document) {
    requireOpen();
    return Erasing.erase(runtime, person.actor(), document);
  }

  @Override
  public Reviews reviews() {
    requireOpen();
    return new ReviewDesk(runtime, person, closed, this::requireOpen);
  }

  @Override
  public Reveals reveals() {
    requireOpen();
    return new RevealDesk(runtime, person, this::requireOpen);
  }

  @Override
  public Rescan rescan(Consumer<DocumentOutcome> each) {
    requireOpen();
    return Failures.attempt(() -> new Rescanning(runtime, person.actor(), closed).run(each));
  }

  @Override
  public int judgedByOthers() {
    requireOpen();
    return parts().catalog().judgedByOthers(parts().stages().detectors()).size();
  }

  @Override
  public TenantSettings settings() {
    requireOpen();
    return new SettingsDesk(runtime, person.actor(), this::requireOpen);
  }

  @Override
  public void rebuild() {
    requireOpen();
    Futures.awaitEffect(runtime.writer().submit(new RebuildEffect(parts(), person.actor())));
  }

  @Override
  public BatchReport report(BatchId batch) {
    requireOpen();
    return Failures.attempt(() -> BatchReports.make(tenant, batch, parts()));
  }

  @Override
  public SignedReport signReport(BatchId batch, ReportFormat format) {
    return new ReportEvidence(parts(), person.actor()).sign(report(batch), format);
  }

  @Override
  public ReportCheck checkReport(BatchId batch, byte[] file) {
    return new ReportEvidence(parts(), person.actor()).check(report(batch), file);
  }

  @Override
  public List<BatchSummary> batches() {
    requireOpen();
    return Failures.attempt(() -> BatchList.of(parts().journal()));
  }

  @Override
  public Verification verifyAudit() {
    requireOpen();
    return Failures.attempt(runtime::verifyAudit);
  }

  @Override
  public AttestableLog attestation() {
    requireOpen();
    parts().journal().seal();
    return new Attestation(parts().journal().log());
  }

  @Override
  public Checkpoint sealAudit() {
    requireOpen();
    return parts().journal().seal();
  }

  @Override
  public String prove(AuditReceipt receipt) {
    requireOpen();
    return Failures.attempt(
        () -> {
          parts().journal().seal();
          return parts().journal().log().prove(receipt);
        });
  }

  @Override
  public AuditPage audit(AuditQuery query) {
    requireOpen();
    return Failures.attempt(
        () -> {
          parts().journal().seal();
          return parts().journal().log().query(query);
        });
  }

  @Override
  public void exportAudit(Path folder) {
    requireOpen();
    new AuditExport(parts().journal(), engine.home(), person.actor()).write(folder);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      engine.release(tenant);
    }
  }

  private TenantParts parts() {
    return runtime.parts();
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("this session was closed; open another");
    }
    engine.requireOpen();
  }

  private static void requireLimit(int limit) {
    if (limit < 1 || limit > MOST_ROWS) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "A limit must be 1 to " + MOST_ROWS + ", not " + limit + ".");
    }
  }

  /** Details of a search; never its text. */
  record RetrievalRecord(List<String> chunks) {}
}
