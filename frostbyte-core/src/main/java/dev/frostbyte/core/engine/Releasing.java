package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.engine.Approvals.Approval;
import dev.frostbyte.core.keys.TenantKeys;
import dev.frostbyte.core.policy.Waiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Brings a document that waits back: asks for the release in the journal, reads the document again
 * under all gates, says how it ended. Whoever calls holds the document's lock. Thread-safe.
 */
final class Releasing {
  private final TenantRuntime runtime;
  private final TenantParts parts;
  private final String actor;
  private final Waiting waiting;

  Releasing(TenantRuntime runtime, String actor) {
    this.runtime = runtime;
    this.parts = runtime.parts();
    this.actor = actor;
    this.waiting = new Waiting(parts);
  }

  /** Names what somebody looks at: the reading, the code and the rules that were found. */
  static String token(TenantKeys keys, DocumentId document, CatalogEntry entry) {
    StringBuilder seen = new StringBuilder(document.value());
    seen.append('\n').append(entry.canonical()).append('\n').append(entry.problem());
    Waiver.of(entry.findings()).rules().stream()
        .sorted()
        .forEach(rule -> seen.append('\n').append(rule));
    return Failures.attempt(() -> keys.pseudonym("rev_", seen.toString()));
  }

  /** The event of a decision; it follows from the event that made the document wait. */
  static Draft decision(
      Journal journal,
      String actor,
      DocumentId document,
      String decision,
      String token,
      AuditEvent waits) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put(Approvals.DECISION, decision);
    facts.put(Approvals.TOKEN, token);
    return journal.draft(
        EventType.REVIEW_DECIDED, actor, document.value(), facts, List.of(waits.id()));
  }

  /**
   * Releases a document.
   *
   * @param decided what the person decided, given everything the gates had found
   */
  DocumentOutcome release(
      DocumentId document,
      CatalogEntry entry,
      String token,
      UntrustedText reason,
      Function<List<Finding>, Waiver> decided)
      throws IOException {
    AuditEntry said = waiting.entry(entry);
    OutcomeRecord outcome = waiting.outcome(said);
    Waiver waiver = decided.apply(waiting.findings(document, entry));
    RunContext context = RunContext.ofNoBatch(runtime, actor, outcome.batch(), new AtomicBoolean());
    Trail trail = context.trail(document, causes(document, said.event()));
    Draft intent = trail.next(EventType.RELEASE_REQUESTED, facts(token, waiver));
    List<String> rules = waiver.rules().stream().sorted().toList();
    evidence(parts.journal().sealed(intent, document, new ReviewRecord(reason, rules)));
    DocumentOutcome ended =
        new DocumentProcessor(context)
            .release(
                trail,
                Submission.of(outcome),
                () -> waiting.bytes(document, entry, outcome),
                waiver);
    if (ended instanceof DocumentOutcome.Stored) {
      evidence(trail.closing(EventType.DOCUMENT_RELEASED, facts(token, waiver)));
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
      causes.add(waiting.at(approval.get().index()).event().id());
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

  private void evidence(Draft draft) {
    Futures.awaitEffect(runtime.writer().submit(new EvidenceEffect(draft)));
  }
}
