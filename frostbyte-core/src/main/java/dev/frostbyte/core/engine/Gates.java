package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalDocument;
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

  Verdict judge(CanonicalDocument document, UntrustedText fileName) {
    return switch (inspection.inspect(document, fileName)) {
      case InspectionResult.Failed failed -> new Verdict.Broken(failed.problem());
      case InspectionResult.Inspected inspected -> judge(document, inspected.findings());
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

  private Verdict judge(CanonicalDocument document, Findings findings) {
    GateDecision decision = gate.decide(findings);
    return switch (decision) {
      case GateDecision.Quarantine quarantine ->
          new Verdict.Stopped(
              quarantine.problem(), findings.all(), gate.treatments(findings, decision));
      case GateDecision.Flag flag -> clear(document, findings, decision);
      case GateDecision.Pass pass -> clear(document, findings, decision);
    };
  }

  private Verdict clear(CanonicalDocument document, Findings findings, GateDecision decision) {
    Redactor.Redacted redacted = Redactor.redact(document, gate.redactions(findings));
    List<Finding> served =
        findings.original().stream().map(finding -> moved(finding, redacted.map())).toList();
    return new Verdict.Clear(
        redacted.document(),
        redacted.map(),
        findings.all(),
        gate.treatments(findings, decision),
        new ChunkFlags(gate, served),
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
      public String word() {
        return "broken";
      }
    }

    /** Must not be served. */
    record Stopped(Problem problem, List<Finding> findings, SortedMap<String, Treatment> personal)
        implements Verdict {
      @Override
      public String word() {
        return "quarantine";
      }
    }

    /** May be served, redacted. */
    record Clear(
        ServedDocument served,
        RedactionMap redactions,
        List<Finding> findings,
        SortedMap<String, Treatment> personal,
        ChunkFlags flags,
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
