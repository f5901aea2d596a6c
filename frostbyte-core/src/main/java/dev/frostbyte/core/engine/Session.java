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
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchSummary;
import dev.frostbyte.core.Consent;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Passage;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.RetrievalProof;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.BatchReport;
import dev.frostbyte.core.retrieval.HybridSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One caller's door to one tenant. Thread-safe. */
final class Session implements TenantSession {
  private static final int MOST_ROWS = 10_000;

  private final Engine engine;
  private final TenantId tenant;
  private final TenantRuntime runtime;
  private final String actor;
  private final AtomicBoolean closed = new AtomicBoolean();

  Session(Engine engine, TenantId tenant, TenantRuntime runtime, String actor) {
    this.engine = engine;
    this.tenant = tenant;
    this.runtime = runtime;
    this.actor = actor;
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
        .ifPresent(named -> refuseForeignBatch(batch));
    String name = name(batch);
    RunContext context =
        new RunContext(
            runtime,
            batch.id(),
            actor,
            name,
            batch.files().size(),
            new AtomicInteger(),
            new AtomicBoolean(),
            closed,
            progress);
    return new Run(context, batch, engine.limits());
  }

  @Override
  public RetrievalProof search(Query query) {
    requireOpen();
    Projections projections = parts().projections();
    var model = engine.stages().embedding();
    List<Passage> passages =
        Failures.attempt(
            () -> new HybridSearch(model, projections.index(), projections.store()).search(query));
    Journal journal = parts().journal();
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("passages", (long) passages.size());
    Draft plain = journal.draft(EventType.RETRIEVAL_EXECUTED, actor, "tenant", facts, List.of());
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
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      return eraseLocked(document);
    }
  }

  private ErasureReceipt eraseLocked(DocumentId document) {
    if (parts().catalog().find(document).isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.DOCUMENT_NOT_FOUND, "Nothing is kept of document " + document + ".");
    }
    return Futures.awaitEffect(runtime.writer().submit(new EraseEffect(parts(), document, actor)));
  }

  @Override
  public AuditReceipt consent(Consent consent) {
    requireOpen();
    return Consents.change(runtime, actor, consent, true);
  }

  @Override
  public AuditReceipt withdraw(Consent consent) {
    requireOpen();
    return Consents.change(runtime, actor, consent, false);
  }

  @Override
  public List<Consent> consents() {
    requireOpen();
    return parts().catalog().consents().all();
  }

  @Override
  public void rebuild() {
    requireOpen();
    Futures.awaitEffect(runtime.writer().submit(new RebuildEffect(parts(), actor)));
  }

  @Override
  public BatchReport report(BatchId batch) {
    requireOpen();
    return Failures.attempt(() -> BatchReports.make(tenant, batch, parts()));
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
    requireFree(folder);
    requireOutside(folder);
    Journal journal = parts().journal();
    Draft intent = export(EventType.EXPORT_REQUESTED, new TreeMap<>(), List.of());
    journal.force(intent);
    Failures.attempt(
        () -> {
          SortedMap<String, Object> facts = new TreeMap<>();
          facts.put("size", journal.seal().size());
          journal.log().export(folder);
          return journal.force(export(EventType.EXPORT_MADE, facts, List.of(intent.event().id())));
        });
  }

  private Draft export(EventType type, SortedMap<String, Object> facts, List<UUID> previous) {
    return parts().journal().draft(type, actor, "audit", facts, previous);
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

  private static void requireFree(Path folder) {
    boolean free = Failures.attempt(() -> !Files.exists(folder) || isEmptyFolder(folder));
    if (!free) {
      throw new FrostbyteException(
          new Problem(
              ProblemCode.INVALID_ARGUMENT,
              folder + ", the place to export to, exists already and is no empty folder.",
              "Name a folder that does not exist yet."));
    }
  }

  /** What lies in the home is the home's own: an export there would pass for a part of it. */
  private void requireOutside(Path folder) {
    if (Failures.attempt(() -> engine.home().holds(folder))) {
      throw new FrostbyteException(
          new Problem(
              ProblemCode.INVALID_ARGUMENT,
              folder + ", the place to export to, lies in the home.",
              "Name a folder outside of the home."));
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private String name(Batch batch) {
    return Failures.attempt(() -> parts().keys().pseudonym("bat_", batch.id().value()));
  }

  /** That it was tried is durable before the caller hears of it. */
  private void refuseForeignBatch(Batch batch) {
    Journal journal = parts().journal();
    journal.force(
        journal.draft(EventType.ACCESS_DENIED, actor, name(batch), new TreeMap<>(), List.of()));
    throw FrostbyteException.of(
        ProblemCode.MANIFEST_INVALID,
        "Manifest refused: tenant_id is not the tenant of this session.");
  }

  /** Details of a search; never its text. */
  record RetrievalRecord(List<String> chunks) {}
}
