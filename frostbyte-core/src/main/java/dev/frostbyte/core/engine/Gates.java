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
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Runs every gate over a document before anything of it is chunked, embedded or served.
 * Thread-safe.
 */
final class Gates {
  private final Inspection inspection;
  private final TextInspection texts;

  Gates(Stages stages) {
    this.inspection = new Inspection(stages.inspectors());
    this.texts = new TextInspection(inspection, GatePolicy.DEFAULT);
  }

  /** Judges a document by a tenant's policy and what a person accepted in it. */
  Verdict judge(
      CanonicalDocument document, UntrustedText fileName, GatePolicy policy, Waiver waiver) {
    return switch (inspection.inspect(document, fileName)) {
      case InspectionResult.Failed failed -> new Verdict.Broken(failed.problem());
      case InspectionResult.Inspected inspected ->
          new Judgement(new Gate(policy), document, inspected.findings(), waiver).verdict();
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

  /** One document before the gate. */
  private record Judgement(
      Gate gate, CanonicalDocument document, Findings findings, Waiver waiver) {
    Verdict verdict() {
      GateDecision decision = gate.decide(findings, waiver);
      return switch (decision) {
        case GateDecision.Quarantine quarantine -> quarantined(quarantine);
        case GateDecision.Hold hold -> stopped(EventType.DOCUMENT_HELD, hold.problem(), decision);
        case GateDecision.Flag flag -> clear(decision);
        case GateDecision.Pass pass -> clear(decision);
      };
    }

    private Verdict.Stopped quarantined(GateDecision.Quarantine decision) {
      return stopped(EventType.DOCUMENT_QUARANTINED, decision.problem(), decision);
    }

    private Verdict.Stopped stopped(EventType end, Problem problem, GateDecision decision) {
      return new Verdict.Stopped(
          end,
          problem,
          findings,
          gate.treatments(findings, decision),
          gate.classify(findings, waiver).orElse(Classification.NONE),
          decision.word());
    }

    private Verdict clear(GateDecision decision) {
      Redactor.Redacted redacted = Redactor.redact(document, gate.redactions(findings));
      List<Finding> served =
          findings.original().stream().map(finding -> moved(finding, redacted.map())).toList();
      return new Verdict.Clear(
          redacted.document(),
          redacted.map(),
          findings,
          gate.treatments(findings, decision),
          new ChunkGate(gate, findings, served, waiver),
          gate.classify(findings, waiver).orElse(Classification.NONE),
          decision.word(),
          quarantined(gate.withheld(findings)));
    }
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
    /** What was found. */
    Findings found();

    /** All findings. */
    default List<Finding> findings() {
      return found().all();
    }

    /** What became of personal data, by type. */
    SortedMap<String, Treatment> personal();

    /** What kind of document it is. */
    Classification classification();

    /** As events spell it. */
    String word();

    /** An inspector did not answer; the document must not pass. */
    record Broken(Problem problem) implements Verdict {
      @Override
      public Findings found() {
        return new Findings(List.of(), List.of(), List.of());
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
        Findings found,
        SortedMap<String, Treatment> personal,
        Classification classification,
        String word)
        implements Verdict {}

    /**
     * May be served, redacted.
     *
     * @param empty what becomes of it when the gate leaves no chunk
     */
    record Clear(
        ServedDocument served,
        RedactionMap redactions,
        Findings found,
        SortedMap<String, Treatment> personal,
        ChunkGate chunks,
        Classification classification,
        String word,
        Stopped empty)
        implements Verdict {}
  }

  /** Judges the chunks of a document that may be served. */
  record ChunkGate(Gate gate, Findings found, List<Finding> served, Waiver waiver) {
    /** Families that label a chunk of these places. */
    List<String> flags(List<Span> chunk) {
      return gate.chunkFlags(served, chunk);
    }

    /** Which chunks, each of these places, are kept from being embedded and served. */
    BitSet withheld(List<List<Span>> chunks) {
      return gate.withheld(found, served, chunks, waiver);
    }
  }
}
