package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.plugin.Stages;
import dev.frostbyte.core.policy.Findings;
import dev.frostbyte.core.policy.Gate;
import dev.frostbyte.core.policy.GateDecision;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Inspection;
import dev.frostbyte.core.policy.InspectionResult;
import dev.frostbyte.core.policy.RedactionMap;
import dev.frostbyte.core.policy.Redactor;
import dev.frostbyte.core.policy.TextInspection;
import dev.frostbyte.core.policy.Treatment;
import dev.frostbyte.core.policy.Waiver;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Runs every gate over a document before anything of it is chunked, embedded or served.
 * Thread-safe.
 */
final class Gates {
  private final Inspection inspection;
  private final Gate gate = new Gate(GatePolicy.DEFAULT);
  private final TextInspection texts;

  Gates(Stages stages) {
    this.inspection = new Inspection(stages.inspectors());
    this.texts = new TextInspection(inspection, GatePolicy.DEFAULT);
  }

  Verdict judge(CanonicalDocument document, UntrustedText fileName, Waiver waiver) {
    return switch (inspection.inspect(document, fileName)) {
      case InspectionResult.Failed failed -> new Verdict.Broken(failed.problem());
      case InspectionResult.Inspected inspected -> judge(document, inspected.findings(), waiver);
    };
  }

  /** What would become of a text of no document. */
  TextInspection.Answer answer(String text) {
    return texts.inspect(UntrustedText.of(text));
  }

  /** What would become of a document. */
  TextInspection.Answer answer(CanonicalDocument document, UntrustedText fileName) {
    return texts.inspect(document, fileName);
  }

  private Verdict judge(CanonicalDocument document, Findings findings, Waiver waiver) {
    GateDecision decision = gate.decide(findings, waiver);
    return switch (decision) {
      case GateDecision.Quarantine quarantine ->
          stopped(EventType.DOCUMENT_QUARANTINED, quarantine.problem(), findings, decision, waiver);
      case GateDecision.Hold hold ->
          stopped(EventType.DOCUMENT_HELD, hold.problem(), findings, decision, waiver);
      case GateDecision.Flag flag -> clear(document, findings, decision, waiver);
      case GateDecision.Pass pass -> clear(document, findings, decision, waiver);
    };
  }

  private Verdict stopped(
      EventType end, Problem problem, Findings findings, GateDecision decision, Waiver waiver) {
    return new Verdict.Stopped(
        end,
        problem,
        findings.all(),
        gate.treatments(findings, decision),
        gate.classify(findings, waiver).orElse(Classification.NONE),
        decision.word());
  }

  private Verdict clear(
      CanonicalDocument document, Findings findings, GateDecision decision, Waiver waiver) {
    Redactor.Redacted redacted = Redactor.redact(document, gate.redactions(findings));
    List<Finding> served =
        findings.original().stream().map(finding -> moved(finding, redacted.map())).toList();
    return new Verdict.Clear(
        redacted.document(),
        redacted.map(),
        findings.all(),
        gate.treatments(findings, decision),
        new ChunkFlags(gate, served),
        gate.classify(findings, waiver).orElse(Classification.NONE),
        decision.word());
  }

  private static Finding moved(Finding finding, RedactionMap map) {
    return new Finding(
        finding.inspector(),
        finding.rule(),
        finding.family(),
        finding.kind(),
        finding.score(),
        map.toServed(finding.span()));
  }

  /** What the gates say. */
  sealed interface Verdict {
    /** All findings. */
    List<Finding> findings();

    /** What became of personal data, by type. */
    SortedMap<String, Treatment> personal();

    /** What kind of document it is. */
    Classification classification();

    /** As events spell it. */
    String word();

    /** An inspector did not answer; the document must not pass. */
    record Broken(Problem problem) implements Verdict {
      @Override
      public List<Finding> findings() {
        return List.of();
      }

      @Override
      public SortedMap<String, Treatment> personal() {
        return Collections.emptySortedMap();
      }

      @Override
      public Classification classification() {
        return Classification.NONE;
      }

      @Override
      public String word() {
        return "broken";
      }
    }

    /**
     * Must not be served, or not before a person decided.
     *
     * @param end how the document ends
     */
    record Stopped(
        EventType end,
        Problem problem,
        List<Finding> findings,
        SortedMap<String, Treatment> personal,
        Classification classification,
        String word)
        implements Verdict {}

    /** May be served, redacted. */
    record Clear(
        ServedDocument served,
        RedactionMap redactions,
        List<Finding> findings,
        SortedMap<String, Treatment> personal,
        ChunkFlags flags,
        Classification classification,
        String word)
        implements Verdict {}
  }

  /** Tells which families label a chunk. */
  record ChunkFlags(Gate gate, List<Finding> served) {
    List<String> of(Span chunk) {
      return gate.chunkFlags(served, chunk);
    }
  }
}
