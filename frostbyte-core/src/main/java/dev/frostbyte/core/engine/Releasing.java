package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.engine.Approvals.Approval;
import dev.frostbyte.core.policy.Waiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings a document that waits back: asks for the release in the journal, reads the document again
 * under all gates, says how it ended. Whoever calls holds the document's lock. Thread-safe.
 */
final class Releasing {
  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final Person person;
  private final AtomicBoolean closed;
  private final KeptDocuments kept;

  Releasing(TenantRuntime runtime, Person person, AtomicBoolean closed) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.person = person;
    this.closed = closed;
    this.kept = new KeptDocuments(parts);
  }

  /**
   * Releases a document.
   *
   * @param waiver what the person decided
   * @param branch takes what lies in it
   */
  DocumentOutcome release(
      DocumentId document,
      CatalogEntry entry,
      String token,
      UntrustedText reason,
      Waiver waiver,
      Branch branch)
      throws IOException {
    AuditEntry said = kept.entry(entry);
    OutcomeRecord outcome = kept.outcome(said);
    RunContext context = RunContext.ofNoBatch(runtime, person.actor(), outcome.batch(), closed);
    Trail trail = context.trail(document, outcome.attachedTo(), causes(document, said.event()));
    Draft intent = trail.next(EventType.RELEASE_REQUESTED, facts(token, waiver));
    List<String> rules = waiver.rules().stream().sorted().toList();
    runtime.write(parts.journal().sealed(intent, document, person.says(reason, rules)));
    DocumentOutcome ended =
        new DocumentProcessor(context)
            .release(
                trail,
                Submission.of(outcome),
                () -> kept.bytes(document, entry, outcome),
                waiver,
                branch);
    if (ended instanceof DocumentOutcome.Stored) {
      runtime.write(trail.closing(EventType.DOCUMENT_RELEASED, facts(token, waiver)));
    }
    return ended;
  }

  /**
   * What the release follows from: the event that made it wait, and the approval if there is one.
   */
  private List<UUID> causes(DocumentId document, AuditEvent waits) throws IOException {
    List<UUID> causes = new ArrayList<>(List.of(waits.id()));
    Optional<Approval> approval = parts.catalog().approval(document);
    if (approval.isPresent()) {
      causes.add(kept.at(approval.get().index()).event().id());
    }
    return causes;
  }

  private static SortedMap<String, Object> facts(String token, Waiver waiver) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(Approvals.TOKEN, token);
    facts.put("rules", (long) waiver.rules().size());
    waiver.documentClass().ifPresent(kind -> facts.put("class", kind.word()));
    return facts;
  }
}
