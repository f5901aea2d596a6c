package dev.frostbyte.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.DocumentClass;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

final class ClassesTest {
  private static final Gate GATE = new Gate(GatePolicy.DEFAULT);

  @Example
  void nothingIsClassifiedWhereNoInspectorSaysItsVersion() {
    assertThat(Classes.of(List.of(evidence("contract", 0.9)))).isEmpty();
    assertThat(GATE.classify(findings(List.of()), Waiver.NONE)).isEmpty();
  }

  @Example
  void evidenceOfOneClassCombinesByNoisyOr() {
    Classification found =
        Classes.of(List.of(version(), evidence("invoice", 0.5), evidence("invoice", 0.5)))
            .orElseThrow();
    assertThat(found)
        .isEqualTo(new Classification(DocumentClass.INVOICE, 0.75, "class.rules.9", false));
  }

  @Example
  void anotherClassBesideItCastsDoubt() {
    Classification found =
        Classes.of(List.of(version(), evidence("policy", 0.8), evidence("sop", 0.5))).orElseThrow();
    assertThat(found.documentClass()).isEqualTo(DocumentClass.POLICY);
    assertThat(found.confidence())
        .isCloseTo(0.8 * 0.5 / (1 - 0.8 * 0.5), org.assertj.core.api.Assertions.within(1e-9));
  }

  @Example
  void aLoneWordOfAnotherClassCastsLittleDoubtOnMuchEvidence() {
    List<Finding> much =
        List.of(
            version(),
            evidence("invoice", 0.8),
            evidence("invoice", 0.5),
            evidence("invoice", 0.5),
            evidence("invoice", 0.35),
            evidence("contract", 0.75));
    assertThat(Classes.of(much).orElseThrow().confidence()).isGreaterThan(0.85);
  }

  @Example
  void twoClassesThatAreCertainAreDoubtful() {
    List<Finding> both = List.of(version(), evidence("invoice", 1), evidence("contract", 1));
    assertThat(Classes.of(both).orElseThrow().confidence()).isEqualTo(0.5);
  }

  @Example
  void whatSpeaksForNothingIsOtherForSure() {
    Classification found = Classes.of(List.of(version())).orElseThrow();
    assertThat(found.documentClass()).isEqualTo(DocumentClass.OTHER);
    assertThat(found.confidence()).isEqualTo(1);
  }

  @Property
  void reviewBeginsBelowTheThresholdAndNotAtIt(
      @ForAll @DoubleRange(min = 0.5, max = 1) double confidence) {
    Findings found = findings(List.of(version(), evidence("contract", confidence)));
    double reached = GATE.classify(found, Waiver.NONE).orElseThrow().confidence();
    double below = Math.floor(reached * 1_000) / 1_000;
    assertThat(new Gate(review(below)).decide(found).word()).isEqualTo("pass");
    if (reached < 1) {
      assertThat(new Gate(review(below + 0.001)).decide(found))
          .isInstanceOfSatisfying(
              GateDecision.Hold.class,
              hold -> assertThat(hold.problem().code()).isEqualTo(ProblemCode.REVIEW_REQUIRED));
    }
  }

  @Example
  void quarantineGoesBeforeReview() {
    Finding attack = new Finding("x", "x", "override", Finding.Kind.INSTRUCTION, 0.9, span());
    Findings found = findings(List.of(version(), evidence("contract", 0.5), attack));
    assertThat(GATE.decide(found).word()).isEqualTo("quarantine");
  }

  @Example
  void evidenceForAClassIsNoFindingAgainstTheDocument() {
    Findings found = findings(List.of(version(), evidence("contract", 0.9)));
    assertThat(found.all()).isEmpty();
    assertThat(GATE.decide(found).families()).isEmpty();
    assertThat(GATE.decide(found).score()).isZero();
  }

  private static GatePolicy review(double confidence) {
    return new GatePolicy(
        0.3, 0.7, PersonalAction.REDACT, new TreeMap<>(), confidence, Reach.DOCUMENT);
  }

  private static Findings findings(List<Finding> original) {
    return new Findings(original, List.of(), List.of());
  }

  private static Finding version() {
    return new Finding("class", "class.rules.9", "other", Finding.Kind.CLASS, 0, span());
  }

  private static Finding evidence(String family, double score) {
    return new Finding("class", "class.test", family, Finding.Kind.CLASS, score, span());
  }

  private static Span span() {
    return Span.of(TextName.ORIGINAL, 0, 1);
  }
}
