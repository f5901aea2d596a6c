package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.spi.DocumentRow;
import dev.frostbyte.core.Rescan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads served documents again whose reading is of another configuration. One thread. */
final class Rescanning {
  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final String actor;
  private final AtomicBoolean closed;
  private final KeptDocuments kept;

  Rescanning(TenantRuntime runtime, String actor, AtomicBoolean closed) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.actor = actor;
    this.closed = closed;
    this.kept = new KeptDocuments(parts);
  }

  /**
   * Reads again what other detectors judged than are configured now, with what lies in it. What
   * cannot be read now stays as it is, is counted still, and tried again by another run. Begins at
   * another document each time, so that some that cannot be judged keep no others from it.
   *
   * @param most readings that a run may begin with; the next run goes on
   * @param stop asked before each document
   */
  UpgradeTally upgrade(int most, BooleanSupplier stop) throws IOException {
    List<DocumentId> older =
        new ArrayList<>(parts.catalog().judgedByOthers(parts.stages().detectors()));
    Collections.rotate(older, (int) (parts.journal().log().size() % Math.max(1, older.size())));
    UpgradeTally tally = new UpgradeTally(most);
    for (DocumentId document : older) {
      if (tally.isOver() || stop.getAsBoolean()) {
        break;
      }
      again(document, Branch.standing(parts.limits()), tally);
    }
    return tally;
  }

  Rescan run(Consumer<DocumentOutcome> each) throws IOException {
    List<DocumentId> served = parts.catalog().in(CatalogEntry.State.PUBLISHED);
    TreeMap<String, Integer> outcomes = new TreeMap<>();
    int again = 0;
    for (DocumentId document : served) {
      Optional<DocumentOutcome> outcome = again(document, Branch.root(parts.limits()), each);
      if (outcome.isPresent()) {
        again++;
        outcomes.merge(outcome.get().word(), 1, Integer::sum);
      }
    }
    return new Rescan(served.size(), served.size() - again, outcomes);
  }

  /** Reads a document again if it must be, and takes what lies in it. */
  private Optional<DocumentOutcome> again(
      DocumentId document, Branch root, Consumer<DocumentOutcome> each) throws IOException {
    try (Branch branch = root) {
      Optional<DocumentOutcome> outcome = check(document, branch);
      outcome.ifPresent(each);
      FileTree.takeInside(branch, each);
      return outcome;
    }
  }

  private Optional<DocumentOutcome> check(DocumentId document, Branch branch) throws IOException {
    try (DocumentLocks.Held held = runtime.locks().hold(document)) {
      Optional<CatalogEntry> entry =
          parts
              .catalog()
              .find(document)
              .filter(found -> found.state() == CatalogEntry.State.PUBLISHED);
      return entry.isPresent() ? check(document, entry.get(), branch) : Optional.empty();
    }
  }

  /** Its row tells what it was read as; the journal is asked only for what is read again. */
  private Optional<DocumentOutcome> check(DocumentId document, CatalogEntry entry, Branch branch)
      throws IOException {
    Optional<DocumentRow> row = parts.projections().store().document(document);
    return row.filter(found -> isCurrent(found, entry)).isPresent()
        ? Optional.empty()
        : Optional.of(again(document, entry, branch));
  }

  /** What cannot be read any more, is not current: reading it again says why. */
  private boolean isCurrent(DocumentRow row, CatalogEntry entry) {
    if (parts.catalog().kinship(kin -> kin.pending(row.document()))) {
      return false;
    }
    try {
      Terms terms = parts.terms(row.type());
      return Fingerprints.canonical(row.document(), terms, parts).equals(entry.canonical());
    } catch (FrostbyteException e) {
      return false;
    }
  }

  private DocumentOutcome again(DocumentId document, CatalogEntry entry, Branch branch)
      throws IOException {
    AuditEntry said = kept.entry(entry);
    OutcomeRecord outcome = kept.outcome(said);
    RunContext context = RunContext.ofNoBatch(runtime, actor, outcome.batch(), closed);
    context.requireRunning();
    Trail trail = context.trail(document, outcome.attachedTo(), List.of(said.event().id()));
    return new DocumentProcessor(context)
        .again(trail, Submission.of(outcome), () -> kept.bytes(document, entry, outcome), branch);
  }
}
