package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.RetrievalProof;
import dev.frostbyte.core.Review;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Two tenants of the real engine on watched stages, and what their callers were told. Every act
 * opens what it needs and ends it; a failure of an act is told and forgotten, as a caller would.
 */
final class Town implements AutoCloseable {
  private final Inputs inputs;
  private final Boundary boundary;
  private final UnaryOperator<AuditProvider> audit;
  private final Told told = new Told();
  private Path folder;
  private Map<String, String> chunks = Map.of();
  private int exports;
  private @Nullable Pipeline pipeline;

  Town(Path folder, Inputs inputs, Boundary boundary, UnaryOperator<AuditProvider> audit) {
    this.folder = folder;
    this.inputs = inputs;
    this.boundary = boundary;
    this.audit = audit;
  }

  Told told() {
    return told;
  }

  /** Does it; what an act may not throw is a broken law. */
  void act(Act act) {
    try {
      perform(act);
    } catch (FrostbyteException e) {
      told.failed(act, e.problem().code().name());
      forget();
    } catch (IOException | RuntimeException | Error e) {
      told.failed(act, e.getClass().getSimpleName());
      boundary.ledgers().require(boundary.happened(), act + " threw " + e);
      forget();
    }
  }

  /** Goes on where a crash ended, or from files that were closed. */
  void goOn() {
    forget();
    if (boundary.dead()) {
      folder = boundary.copy();
      boundary.revive();
    }
  }

  /** Opens a tenant, which is made when it is not there. */
  TenantSession session(TenantId tenant) throws IOException {
    return session(tenant, House.CALLER);
  }

  private TenantSession session(TenantId tenant, Caller caller) throws IOException {
    Pipeline open = pipeline();
    if (!open.tenants().contains(tenant)) {
      open.createTenant(tenant, House.CALLER);
      require(
          boundary.ledgers().deployment().count(EventType.TENANT_CREATED) > 0, "a tenant was made");
    }
    long used = boundary.ledgers().deployment().count(EventType.KEY_USED);
    TenantSession session = open.open(tenant, caller);
    require(
        boundary.ledgers().opening().count(EventType.SESSION_OPENED) > 0, "a session was opened");
    require(
        boundary.ledgers().deployment().count(EventType.KEY_USED) > used,
        "a tenant's key was used");
    return session;
  }

  @Override
  public void close() {
    forget();
  }

  private void perform(Act act) throws IOException {
    switch (act.deed()) {
      case REOPEN -> forget();
      case RECONFIGURE -> {
        forget();
        chunks = chunks.isEmpty() ? Map.of("soft", "1100") : Map.of();
      }
      case UNKNOWN_TENANT -> unknownTenant();
      default -> {
        Caller caller = act.deed() == Act.Deed.RELEASE ? House.OTHER : House.CALLER;
        try (TenantSession session = session(act.name(), caller)) {
          perform(act, session, boundary.ledgers().opening());
        }
      }
    }
  }

  private void perform(Act act, TenantSession session, Ledger ledger) throws IOException {
    switch (act.deed()) {
      case INGEST_ONE -> ingest(session, ledger, List.of(file(act.pick())));
      case INGEST_ALL -> ingest(session, ledger, Inputs.ALL);
      case SEARCH -> search(session, ledger);
      case APPROVE -> approve(session, ledger);
      case RELEASE -> release(session, ledger);
      case REJECT -> reject(session, ledger);
      case ERASE -> erase(session, ledger, act.pick());
      case REBUILD -> rebuild(session, ledger);
      case EXPORT -> export(session, ledger);
      case REPORT ->
          told.newestBatch(session.tenant())
              .ifPresent(batch -> session.signReport(batch, ReportFormat.JSON));
      case PROVE -> told.anyReceipt(session.tenant()).ifPresent(session::prove);
      case FOREIGN_BATCH -> foreignBatch(session, ledger);
      case REOPEN, RECONFIGURE, UNKNOWN_TENANT -> throw new AssertionError(act);
    }
  }

  /** Hands files in and notes every outcome as it is told. */
  List<DocumentOutcome> ingest(TenantSession session, Ledger ledger, List<String> names)
      throws IOException {
    Batch batch = Batch.of(names.stream().map(inputs::of).toList());
    told.handedIn(session.tenant(), batch.id(), names);
    List<DocumentOutcome> outcomes = new ArrayList<>();
    long received = ledger.count(EventType.BATCH_RECEIVED);
    long completed = ledger.count(EventType.BATCH_COMPLETED);
    try (IngestRun run = session.ingest(batch, ProgressListener.NONE)) {
      Optional<DocumentOutcome> next = run.next();
      while (next.isPresent()) {
        outcomes.add(next.get());
        told.outcome(session.tenant(), next.get());
        requireDurable(ledger, next.get().receipt(), Told.type(next.get()));
        next = run.next();
      }
    }
    require(outcomes.size() == names.size(), "one outcome for each file");
    require(ledger.count(EventType.BATCH_RECEIVED) > received, "a batch was received");
    require(ledger.count(EventType.BATCH_COMPLETED) > completed, "a batch was completed");
    return outcomes;
  }

  /** Searches; answers only what is visible, and only after its event. */
  RetrievalProof search(TenantSession session, Ledger ledger) {
    RetrievalProof proof = session.search(Query.of("everybody reads this note and the rate"));
    requireDurable(ledger, proof.receipt(), EventType.RETRIEVAL_EXECUTED);
    proof
        .passages()
        .forEach(passage -> require(served(session, passage.document()), "only what is visible"));
    return proof;
  }

  private void approve(TenantSession session, Ledger ledger) {
    for (Review review : session.reviews().waiting("", 100)) {
      AuditReceipt receipt =
          session.reviews().approve(review.document(), review.token(), "it is a quotation");
      requireDurable(ledger, receipt, EventType.REVIEW_DECIDED);
    }
  }

  private void reject(TenantSession session, Ledger ledger) {
    for (Review review : session.reviews().waiting("", 100)) {
      AuditReceipt receipt =
          session.reviews().reject(review.document(), review.token(), "it is none");
      requireDurable(ledger, receipt, EventType.REVIEW_DECIDED);
    }
  }

  /** Releases what was approved; what was not is refused. */
  private void release(TenantSession session, Ledger ledger) {
    for (Review review : session.reviews().waiting("", 100)) {
      if (review.approved().isPresent()) {
        told.releaseAsked(session.tenant(), review.document());
        DocumentOutcome outcome =
            session.reviews().release(review.document(), review.token(), "so it is");
        told.outcome(session.tenant(), outcome);
        requireDurable(ledger, outcome.receipt(), Told.type(outcome));
        require(ledger.count(EventType.DOCUMENT_RELEASED) > 0, "a release is in the log");
      }
    }
  }

  private boolean served(TenantSession session, DocumentId document) {
    return !told.isErased(session.tenant(), document)
        && !told.isQuarantined(session.tenant(), document);
  }

  private void rebuild(TenantSession session, Ledger ledger) {
    long before = ledger.count(EventType.PROJECTIONS_REBUILT);
    session.rebuild();
    require(ledger.count(EventType.PROJECTIONS_REBUILT) > before, "a rebuild is in the log");
  }

  private void erase(TenantSession session, Ledger ledger, int pick) {
    List<DocumentId> known = told.kept(session.tenant());
    if (known.isEmpty()) {
      return;
    }
    DocumentId document = known.get(pick % known.size());
    told.erasureAsked(session.tenant(), document);
    var receipt = session.erase(document);
    told.erased(session.tenant(), document);
    requireDurable(ledger, receipt.keyDestroyed(), EventType.KEY_DESTROYED);
    requireDurable(ledger, receipt.physicallyRemoved(), EventType.PHYSICALLY_REMOVED);
    require(
        boundary.ledgers().deployment().count(EventType.KEY_DESTROYED) > 0,
        "the log of logs tells of a destroyed key");
  }

  private void export(TenantSession session, Ledger ledger) {
    session.exportAudit(folder.resolveSibling("export-" + folder.getFileName() + exports++));
    require(ledger.count(EventType.EXPORT_MADE) > 0, "an export was made");
  }

  private void foreignBatch(TenantSession session, Ledger ledger) {
    Batch foreign = new Batch(new BatchId("foreign"), List.of(), "somebody-else", null);
    long before = ledger.count(EventType.ACCESS_DENIED);
    try {
      session.ingest(foreign, ProgressListener.NONE).close();
      require(false, "a batch of another tenant is refused");
    } finally {
      require(
          boundary.happened() || ledger.count(EventType.ACCESS_DENIED) > before,
          "the attempt on another tenant is in the log");
    }
  }

  private void unknownTenant() throws IOException {
    Ledger log = boundary.ledgers().deployment();
    long before = log.count(EventType.ACCESS_DENIED);
    try {
      pipeline().open(TenantId.of("nobody"), House.CALLER).close();
      require(false, "an unknown tenant is refused");
    } finally {
      require(
          boundary.happened() || log.count(EventType.ACCESS_DENIED) > before,
          "a refusal is in the log of logs");
    }
  }

  private void requireDurable(Ledger ledger, AuditReceipt receipt, EventType type) {
    require(ledger.holds(receipt, type), type + " was acknowledged and is durable");
  }

  private void require(boolean holds, String law) {
    boundary.ledgers().require(holds, law);
  }

  private static String file(int pick) {
    return Inputs.ALL.get(pick % Inputs.ALL.size());
  }

  /** Closes without asking how it went: what matters is what can be opened afterwards. */
  private void forget() {
    Pipeline open = pipeline;
    pipeline = null;
    try {
      if (open != null) {
        open.close();
      }
    } catch (RuntimeException | Error e) {
      told.failedToClose(e.getClass().getSimpleName());
    }
  }

  private Pipeline pipeline() throws IOException {
    Pipeline open = pipeline;
    if (open == null) {
      open = WatchedPipeline.build(folder, boundary, audit, chunks);
      pipeline = open;
    }
    return open;
  }
}
