package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.CodePoints;
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
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Runs every gate over a document before anything of it is chunked, embedded or served.
 * Thread-safe.
 */
final class Gates {
  private final Stages stages;
  private final Inspection inspection;
  private final Seams seams;
  private final TextInspection texts;

  Gates(Stages stages) {
    this.stages = stages;
    this.inspection = new Inspection(stages.inspectors());
    this.seams = new Seams(inspection);
    this.texts = new TextInspection(inspection, GatePolicy.DEFAULT);
  }

  /** Judges a document by a tenant's policy and what a person accepted in it. */
  Verdict judge(
      CanonicalDocument document, UntrustedText fileName, GatePolicy policy, Waiver waiver) {
    return switch (inspection.inspect(document, fileName)) {
      case InspectionResult.Failed failed -> new Verdict.Broken(failed.problem());
      case InspectionResult.Inspected inspected ->
          served(new Judgement(new Gate(policy), document, inspected.findings(), waiver));
    };
  }

  /** What may be served is judged once more as it will be: each chunk with what is before it. */
  private Verdict served(Judgement judgement) {
    Optional<Verdict.Stopped> stopped = judgement.stopped();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Redactor.Redacted redacted = judgement.redacted();
    List<ChunkDraft> drafts = drafts(redacted.document());
    CodePoints text = CodePoints.of(redacted.document().text().value());
    return switch (seams.inspect(drafts, text, redacted.map())) {
      case InspectionResult.Failed failed -> new Verdict.Broken(failed.problem());
      case InspectionResult.Inspected inspected ->
          judgement.with(inspected.findings().original()).verdict(redacted, drafts);
    };
  }

  private List<ChunkDraft> drafts(ServedDocument served) {
    try (Stream<ChunkDraft> drafts = stages.chunker().chunk(served, stages.embedding().tokens())) {
      return drafts.toList();
    }
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
    /** The same, with more that was found in ORIGINAL. */
    Judgement with(List<Finding> more) {
      List<Finding> original = Stream.of(findings.original(), more).flatMap(List::stream).toList();
      Findings all =
          new Findings(original, findings.hidden(), findings.fileName(), findings.classes());
      return new Judgement(gate, document, all, waiver);
    }

    /** What becomes of the document when it must not be served; empty when it may. */
    Optional<Verdict.Stopped> stopped() {
      GateDecision decision = decision();
      return switch (decision) {
        case GateDecision.Quarantine quarantine -> Optional.of(quarantined(quarantine));
        case GateDecision.Hold hold ->
            Optional.of(stopped(EventType.DOCUMENT_HELD, hold.problem(), decision));
        case GateDecision.Flag flag -> Optional.empty();
        case GateDecision.Pass pass -> Optional.empty();
      };
    }

    /** What of it may be served. */
    Redactor.Redacted redacted() {
      return Redactor.redact(document, gate.redactions(findings));
    }

    /**
     * What becomes of the document.
     *
     * @param drafts what it is cut into
     */
    Verdict verdict(Redactor.Redacted redacted, List<ChunkDraft> drafts) {
      return stopped().<Verdict>map(stopped -> stopped).orElseGet(() -> clear(redacted, drafts));
    }

    private GateDecision decision() {
      return gate.decide(findings, waiver);
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

    private Verdict.Clear clear(Redactor.Redacted redacted, List<ChunkDraft> drafts) {
      GateDecision decision = decision();
      List<Finding> served =
          findings.original().stream()
              .map(finding -> finding.at(redacted.map().toServed(finding.span())))
              .toList();
      return new Verdict.Clear(
          redacted.document(),
          drafts,
          redacted.map(),
          findings,
          new ChunkGate(gate, findings, decision, served, waiver),
          gate.classify(findings, waiver).orElse(Classification.NONE),
          decision.word(),
          quarantined(gate.withheld(findings)));
    }
  }

  /** What the gates say. */
  sealed interface Verdict {
    /** What was found. */
    Findings found();

    /** All findings. */
    default List<Finding> findings() {
      return found().all();
    }

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
     * @param personal what becomes of personal data, by type
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
     * @param drafts what SERVED is cut into
     * @param empty what becomes of it when the gate leaves no chunk
     */
    record Clear(
        ServedDocument served,
        List<ChunkDraft> drafts,
        RedactionMap redactions,
        Findings found,
        ChunkGate chunks,
        Classification classification,
        String word,
        Stopped empty)
        implements Verdict {}
  }

  /** Judges the chunks of a document that may be served. */
  record ChunkGate(
      Gate gate, Findings found, GateDecision decision, List<Finding> served, Waiver waiver) {
    /** Families that label a chunk of these places. */
    List<String> flags(List<Span> chunk) {
      return gate.chunkFlags(served, chunk);
    }

    /** Which chunks, each of these places, are kept from being embedded and served. */
    BitSet withheld(List<List<Span>> chunks) {
      return gate.withheld(found, served, chunks, waiver);
    }

    /** What becomes of personal data, by type, when these of the chunks are kept. */
    SortedMap<String, Treatment> personal(List<List<Span>> chunks, BitSet withheld) {
      return gate.treatments(found, decision, served, chunks, withheld);
    }
  }
}
