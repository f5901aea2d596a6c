package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.core.keys.FileLease;
import dev.frostbyte.core.keys.TenantKeys;
import dev.frostbyte.core.plugin.Closing;
import dev.frostbyte.core.plugin.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One open tenant in this JVM: holds the lease that keeps other processes out, and everything
 * opened on the tenant's spaces. Thread-safe; closed with the last session.
 */
final class TenantRuntime implements AutoCloseable {
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final DocumentLocks locks = new DocumentLocks();
  private final TenantTurns turns;
  private final TenantParts parts;
  private final CatalogFile catalogFile;
  private final TenantWriter writer;
  private final Supplier<List<TreeHead>> bound;
  private final RevealRequests reveals;

  private TenantRuntime(Engine engine, Registry.Tenant tenant) throws IOException {
    this.turns = new TenantTurns(engine.workers());
    try {
      Path folder = engine.home().tenant(tenant);
      lease(folder);
      TenantKeys keys = open(TenantKeys.open(folder, engine.keys(), tenant.space()));
      this.bound = () -> engine.deployment().bound(tenant);
      Anchor anchor = engine.deployment().anchor(tenant);
      AuditLog log =
          open(
              engine
                  .audit()
                  .reopen(
                      DurableDirectory.at(folder.resolve("audit")), tenant.log(), anchor.note()));
      Journal journal = new Journal(log, anchor, keys, engine.clock());
      this.reveals = new RevealRequests(log);
      this.catalogFile = new CatalogFile(keys.space("catalog"));
      Catalog catalog = catalogFile.load(journal);
      catalog.requireKeys(keys);
      catalog.requireKnown(keys.documents());
      this.parts = openStages(engine, keys, journal, catalog);
      Recovery recovery = new Recovery(parts);
      recovery.sweep();
      parts.projections().catchUp();
      this.writer = open(new TenantWriter(parts));
      recovery.erasures().forEach(erasure -> Futures.awaitEffect(writer.submit(erasure)));
    } catch (IOException | RuntimeException | Error e) {
      closeAfter(e);
      throw e;
    }
  }

  static TenantRuntime open(Engine engine, Registry.Tenant tenant) throws IOException {
    TenantRuntime runtime = new TenantRuntime(engine, tenant);
    try {
      Overdue.quarantine(runtime);
      Erasing.orphans(runtime, Recovery.ACTOR);
      return runtime;
    } catch (RuntimeException | Error e) {
      runtime.closeAfter(e);
      throw e;
    }
  }

  TenantParts parts() {
    return parts;
  }

  TenantWriter writer() {
    return writer;
  }

  /** Checks the whole log, and that it goes through every head that the log of logs binds. */
  Verification verifyAudit() throws IOException {
    return parts.journal().log().verify(bound.get());
  }

  /** Writes an event that changes nothing but the journal; durable on return. */
  AuditReceipt write(Draft event) {
    return Futures.awaitEffect(writer.submit(new EvidenceEffect(event)));
  }

  /** Who may see what was found, as the journal says it. */
  RevealRequests reveals() {
    return reveals;
  }

  /** Held while a document is processed or erased. */
  DocumentLocks locks() {
    return locks;
  }

  /** Where the tenant's documents wait for a worker. */
  TenantTurns turns() {
    return turns;
  }

  /** After a failure the catalog stays as it was saved: recovery reads what came since. */
  @Override
  public void close() throws IOException {
    writer.close();
    List<AutoCloseable> steps = new ArrayList<>();
    steps.add(() -> parts.projections().commit());
    if (!writer.broken()) {
      steps.add(() -> catalogFile.save(parts.catalog(), parts.journal().moments()));
    }
    steps.add(() -> parts.journal().seal());
    steps.addAll(opened.reversed());
    Closing.all(steps);
  }

  /** Also after an error: whoever keeps the lease keeps everybody out until the JVM ends. */
  private void closeAfter(Throwable failure) {
    try {
      Closing.all(opened.reversed());
    } catch (IOException | RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  private TenantParts openStages(Engine engine, TenantKeys keys, Journal journal, Catalog catalog)
      throws IOException {
    Stages stages = engine.stages();
    var objectStage = stages.objects();
    ObjectStore objects =
        open(
            objectStage
                .provider()
                .open(objectStage.config(), keys.space("objects-" + objectStage.name())));
    var storeStage = stages.store();
    DocumentStore store =
        open(
            storeStage
                .provider()
                .open(storeStage.config(), keys.space("store-" + storeStage.name())));
    var indexStage = stages.index();
    VectorIndex index =
        open(
            indexStage
                .provider()
                .open(indexStage.config(), keys.space("index-" + indexStage.name())));
    ParserHost.Seat seat = open(stages.host().seat());
    Bundles bundles = new Bundles(objects, keys);
    Projections projections =
        new Projections(store, index, stages.embedding().space(), journal, catalog, bundles);
    return new TenantParts(
        stages,
        engine.limits(),
        keys,
        journal,
        catalog,
        objects,
        bundles,
        projections,
        seat,
        engine.egress(),
        engine.deployment()::keyDestroyed);
  }

  private void lease(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The tenant's folder " + folder.getFileName() + " is missing in the home.");
    }
    open(
        FileLease.tryTake(folder.resolve("lease"))
            .orElseThrow(
                () ->
                    FrostbyteException.of(
                        ProblemCode.TENANT_BUSY,
                        "Another process or pipeline holds this tenant.")));
  }

  private <C extends AutoCloseable> C open(C closeable) {
    opened.add(closeable);
    return closeable;
  }
}
