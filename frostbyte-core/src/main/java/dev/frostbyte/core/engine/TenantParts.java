package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.egress.AuditedEgress;
import dev.frostbyte.core.keys.TenantKeys;
import dev.frostbyte.core.plugin.Stages;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/**
 * What works together for one tenant. Thread-safe; closed by the runtime that opened it.
 *
 * @param egress the pipeline's; what leaves of a document is written to its trail
 * @param keyDestroyed tells the deployment's log, which outlives the tenant
 */
record TenantParts(
    Stages stages,
    PipelineLimits limits,
    TenantKeys keys,
    Journal journal,
    Catalog catalog,
    ObjectStore objects,
    Bundles bundles,
    Projections projections,
    ParserHost.Seat seat,
    AuditedEgress egress,
    Consumer<DocumentId> keyDestroyed) {
  private static final Logger LOG = System.getLogger(TenantParts.class.getName());

  /**
   * By what the tenant has documents of a type read now.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code PLUGIN_UNKNOWN} when it chose a
   *     parser that is not there
   */
  Terms terms(MediaType type) {
    return new Terms(
        catalog.settings().choices().chain(type, stages.routes()),
        catalog.settings().policies().current(),
        parseLimits());
  }

  /** What events call a batch: a pseudonym. */
  String batchName(BatchId batch) {
    return Failures.attempt(() -> keys.pseudonym("bat_", batch.value()));
  }

  /** What bounds the reading of the tenant's documents now. */
  ParseLimits parseLimits() {
    return catalog.settings().limits().within(limits.parse());
  }

  /** Appends an event and takes it into the catalog; on the writer's thread only. */
  AuditReceipt force(Draft draft) throws IOException {
    return force(List.of(draft)).getFirst();
  }

  /** The same of several, with one force. */
  List<AuditReceipt> force(List<Draft> drafts) throws IOException {
    List<AuditReceipt> receipts = journal.force(drafts);
    for (int i = 0; i < receipts.size(); i++) {
      Draft draft = drafts.get(i);
      catalog.apply(new AuditEntry(receipts.get(i), draft.event(), draft.payload()), journal);
    }
    return receipts;
  }

  /** Destroys the keys of a document of which nothing was kept. */
  void destroyLeftoverKeys(DocumentId document) {
    try {
      keys.destroy(document);
    } catch (IOException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Keys of a document that was not kept could not be destroyed: {0}",
          e.getClass().getName());
    }
  }
}
