package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.core.Rescan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Reads served documents again whose reading is of another configuration. One thread. */
final class Rescanning {
  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final String actor;
  private final AtomicBoolean closed;
  private final Waiting kept;

  Rescanning(TenantRuntime runtime, String actor, AtomicBoolean closed) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.actor = actor;
    this.closed = closed;
    this.kept = new Waiting(parts);
  }

  Rescan run(Consumer<DocumentOutcome> each) throws IOException {
    List<DocumentId> served = parts.catalog().in(CatalogEntry.State.PUBLISHED);
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    int again = 0;
    for (DocumentId document : served) {
      Optional<DocumentOutcome> outcome = check(document);
      if (outcome.isPresent()) {
        again++;
        outcomes.merge(outcome.get().word(), 1, Integer::sum);
        each.accept(outcome.get());
      }
    }
    return new Rescan(served.size(), served.size() - again, outcomes);
  }

  private Optional<DocumentOutcome> check(DocumentId document) throws IOException {
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      Optional<CatalogEntry> entry =
          parts
              .catalog()
              .find(document)
              .filter(found -> found.state() == CatalogEntry.State.PUBLISHED);
      return entry.isPresent() ? check(document, entry.get()) : Optional.empty();
    }
  }

  private Optional<DocumentOutcome> check(DocumentId document, CatalogEntry entry)
      throws IOException {
    AuditEntry said = kept.entry(entry);
    OutcomeRecord outcome = kept.outcome(said);
    RunContext context = RunContext.ofNoBatch(runtime, actor, outcome.batch(), closed);
    context.requireRunning();
    MediaType type = new MediaType(outcome.type());
    CanonicalId now =
        Fingerprints.canonical(
            document, parts.catalog().choices().chain(type, parts.stages().routes()), parts);
    if (now.equals(entry.canonical())) {
      return Optional.empty();
    }
    Trail trail = context.trail(document, List.of(said.event().id()));
    return Optional.of(
        new DocumentProcessor(context)
            .again(trail, Submission.of(outcome), () -> kept.bytes(document, entry, outcome)));
  }
}
