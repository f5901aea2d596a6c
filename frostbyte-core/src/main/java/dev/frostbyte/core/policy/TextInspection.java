package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * Answers what the gates would do with a piece of text, for workbenches and command lines; stores
 * nothing. Thread-safe as its inspectors are.
 */
public final class TextInspection {
  private final Inspection inspection;
  private final Gate gate;

  /** Inspects by these inspectors under this policy. */
  public TextInspection(Inspection inspection, GatePolicy policy) {
    this.inspection = inspection;
    this.gate = new Gate(policy.withoutReview());
  }

  /**
   * The answer about a text. Immutable.
   *
   * @param score combined score of instructions and hidden text, 0 to 1
   * @param action {@code pass}, {@code flag} or {@code quarantine}: what would be held for review
   *     passes here, since no class is asked for
   * @param families what was found, types of personal data included
   * @param spans where, in order; never what
   * @param findings all of it
   */
  public record Answer(
      double score,
      String action,
      List<String> families,
      List<Span> spans,
      List<Finding> findings) {
    /** Copies the lists. */
    public Answer {
      families = List.copyOf(families);
      spans = List.copyOf(spans);
      findings = List.copyOf(findings);
    }
  }

  /**
   * Inspects a text; an inspector that fails means quarantine with the family {@code
   * inspection-failed}.
   */
  public Answer inspect(UntrustedText text) {
    return answer(inspection.inspect(text));
  }

  /**
   * Inspects all texts of a document and its file name, as {@link #inspect(UntrustedText)} does
   * one.
   */
  public Answer inspect(CanonicalDocument document, UntrustedText fileName) {
    return answer(inspection.inspect(document, fileName));
  }

  private Answer answer(InspectionResult result) {
    return switch (result) {
      case InspectionResult.Inspected inspected -> answer(inspected.findings());
      case InspectionResult.Failed ignored -> failed();
    };
  }

  private Answer answer(Findings findings) {
    GateDecision decision = gate.decide(findings);
    List<Span> spans =
        findings.all().stream()
            .map(Finding::span)
            .sorted(TextInspection::byPlace)
            .distinct()
            .toList();
    return new Answer(
        decision.score(), decision.word(), decision.families(), spans, findings.all());
  }

  private static int byPlace(Span left, Span right) {
    int byStart = Integer.compare(left.start(), right.start());
    return byStart != 0 ? byStart : Integer.compare(left.end(), right.end());
  }

  private static Answer failed() {
    return new Answer(1, "quarantine", List.of("inspection-failed"), List.of(), List.of());
  }
}
