package dev.frostbyte.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.SafetyInspector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class GateTest {
  private static final Gate GATE = new Gate(GatePolicy.DEFAULT);

  @Property
  void thresholdsAreReachedByEquality(
      @ForAll @DoubleRange(min = 0.01, max = 0.49) double flag,
      @ForAll @DoubleRange(min = 0.5, max = 1) double quarantine) {
    GatePolicy policy =
        new GatePolicy(
            flag, quarantine, PersonalAction.REDACT, new TreeMap<>(), 0.7, Reach.DOCUMENT);
    Gate gate = new Gate(policy);
    assertThat(gate.decide(found(policy.flag())).word()).isEqualTo("flag");
    assertThat(gate.decide(found(Math.nextDown(policy.flag()))).word()).isEqualTo("pass");
    assertThat(gate.decide(found(policy.quarantine())).word()).isEqualTo("quarantine");
    assertThat(gate.decide(found(Math.nextDown(policy.quarantine()))).word()).isEqualTo("flag");
  }

  @Test
  void familiesCombineByNoisyOrAndOneFamilyCountsOnce() {
    Finding override = instruction("override", 0.5, 0, 5);
    assertThat(Gate.score(List.of(override, instruction("override", 0.5, 9, 12)))).isEqualTo(0.5);
    assertThat(Gate.score(List.of(override, instruction("role", 0.5, 9, 12)))).isEqualTo(0.75);
    assertThat(Gate.score(List.of())).isZero();
  }

  @Test
  void blockedPersonalDataQuarantinesAndRedactedDoesNot() {
    Findings mail = new Findings(List.of(personal("EMAIL")), List.of(), List.of());
    assertThat(GATE.decide(mail)).isInstanceOf(GateDecision.Pass.class);
    assertThat(GATE.redactions(mail)).hasSize(1);
    Gate blocking = new Gate(policy("EMAIL", PersonalAction.BLOCK));
    assertThat(blocking.decide(mail))
        .isInstanceOfSatisfying(
            GateDecision.Quarantine.class,
            end -> assertThat(end.problem().code()).isEqualTo(ProblemCode.PII_BLOCKED));
  }

  @Test
  void whatAPersonAcceptedLabelsAndWhatNobodyAcceptedStops() {
    Finding accepted = instruction("override", 0.9, 0, 1);
    Finding other =
        new Finding(
            "odd",
            "injection.other",
            "role",
            Finding.Kind.INSTRUCTION,
            0.9,
            Span.of(TextName.ORIGINAL, 2, 3));
    Waiver waiver = Waiver.of(List.of(accepted));
    Findings known = new Findings(List.of(accepted), List.of(), List.of());
    assertThat(GATE.decide(known, waiver).word()).isEqualTo("flag");
    assertThat(GATE.decide(known).word()).isEqualTo("quarantine");
    Findings more = new Findings(List.of(accepted, other), List.of(), List.of());
    assertThat(GATE.decide(more, waiver).word()).isEqualTo("quarantine");
  }

  @Test
  void blockedPersonalDataThatAPersonAcceptedIsRedacted() {
    Gate blocking = new Gate(policy("EMAIL", PersonalAction.BLOCK));
    Findings mail = new Findings(List.of(personal("EMAIL")), List.of(), List.of());
    GateDecision decision = blocking.decide(mail, Waiver.of(mail.all()));
    assertThat(decision.word()).isEqualTo("pass");
    assertThat(blocking.redactions(mail)).hasSize(1);
    assertThat(blocking.treatments(mail, decision))
        .containsEntry("EMAIL", new Treatment(1, 0, 0, 0, 0, 0));
  }

  @Test
  void flaggedPersonalDataStaysAndLabelsItsChunk() {
    Gate flagging = new Gate(policy("EMAIL", PersonalAction.FLAG));
    Findings mail = new Findings(List.of(personal("EMAIL")), List.of(), List.of());
    assertThat(flagging.decide(mail)).isInstanceOf(GateDecision.Flag.class);
    assertThat(flagging.redactions(mail)).isEmpty();
    assertThat(
            flagging.chunkFlags(
                List.of(personal("EMAIL")), List.of(Span.of(TextName.ORIGINAL, 0, 4))))
        .containsExactly("EMAIL");
    assertThat(
            flagging.chunkFlags(
                List.of(personal("EMAIL")), List.of(Span.of(TextName.ORIGINAL, 9, 12))))
        .isEmpty();
  }

  @Test
  void anInspectorThatThrowsStopsTheDocument() {
    InspectionResult result =
        inspect(
            target -> {
              throw new IllegalStateException("Jane Doe 219-09-9998");
            });
    assertThat(result)
        .isInstanceOfSatisfying(
            InspectionResult.Failed.class,
            failed -> {
              assertThat(failed.problem().code()).isEqualTo(ProblemCode.INSPECTION_FAILED);
              assertThat(failed.problem().toString())
                  .doesNotContain("Jane")
                  .contains("IllegalStateException");
            });
  }

  @Test
  void anInspectorThatPointsOutsideOrQuotesStopsTheDocument() {
    assertThat(inspect(target -> List.of(instruction("override", 0.1, 0, 900))))
        .isInstanceOf(InspectionResult.Failed.class);
    assertThat(inspect(target -> List.of(instruction("Jane Doe lives here", 0.1, 0, 1))))
        .isInstanceOf(InspectionResult.Failed.class);
    assertThat(inspect(target -> List.of(instruction("override", 0.1, 0, 1))))
        .isInstanceOf(InspectionResult.Inspected.class);
  }

  @Test
  void theFileNameIsInspectedToo() {
    Inspection inspection =
        new Inspection(
            Map.of(
                "bad",
                target ->
                    target.name() == TextName.FILE_NAME
                        ? List.of(
                            instruction("override", 0.9, 0, 6)
                                .at(Span.of(TextName.FILE_NAME, 0, 6)))
                        : List.of()));
    InspectionResult result =
        inspection.inspect(
            RedactorProperties.document("text", List.of()), UntrustedText.of("ignore.pdf"));
    assertThat(result)
        .isInstanceOfSatisfying(
            InspectionResult.Inspected.class,
            seen -> assertThat(GATE.decide(seen.findings()).word()).isEqualTo("quarantine"));
  }

  @Test
  void theAnswerAboutATextFailsClosed() {
    TextInspection answers =
        new TextInspection(
            new Inspection(
                Map.of(
                    "bad",
                    target -> {
                      throw new IllegalStateException();
                    })),
            GatePolicy.DEFAULT);
    TextInspection.Answer answer = answers.inspect(UntrustedText.of("text"));
    assertThat(answer.action()).isEqualTo("quarantine");
    assertThat(answer.families()).containsExactly("inspection-failed");
  }

  @Test
  void whatReachesChunksStopsThemAndNotTheDocument() {
    Finding attack = instruction("override", 0.9, 10, 20);
    Findings visible = new Findings(List.of(attack), List.of(), List.of());
    assertThat(byChunk().decide(visible).word()).isEqualTo("flag");
    assertThat(withholds(byChunk(), attack, Waiver.NONE, span(0, 10))).isFalse();
    assertThat(withholds(byChunk(), attack, Waiver.NONE, span(0, 11))).isTrue();
    assertThat(withholds(byChunk(), attack, Waiver.NONE, span(30, 40), span(19, 25))).isTrue();
    assertThat(withholds(byChunk(), attack, Waiver.of(List.of(attack)), span(0, 11))).isFalse();
    assertThat(withholds(GATE, attack, Waiver.NONE, span(0, 11))).isFalse();
  }

  @Test
  void anAttackInSeveralChunksOrHalfHiddenIsNotServedInParts() {
    Finding first = instruction("override", 0.6, 0, 9);
    Finding second = instruction("role", 0.5, 10, 19);
    Finding strong = instruction("leakage", 0.9, 20, 29);
    Finding unseen = instruction("hidden-prose", 0.6, 0, 9);
    assertThat(withheld(List.of(first), List.of())).isEqualTo("{}");
    assertThat(withheld(List.of(first, second), List.of())).isEqualTo("{0, 1}");
    assertThat(withheld(List.of(first, strong), List.of())).isEqualTo("{2}");
    assertThat(withheld(List.of(first, second, strong), List.of())).isEqualTo("{0, 1, 2}");
    assertThat(withheld(List.of(second), List.of(unseen))).isEqualTo("{1}");
    assertThat(withheld(List.of(), List.of(unseen))).isEqualTo("{}");
  }

  /** Of four chunks of ten places each. */
  private static String withheld(List<Finding> seen, List<Finding> hidden) {
    List<List<Span>> chunks =
        List.of(
            List.of(span(0, 10)),
            List.of(span(10, 20)),
            List.of(span(20, 30)),
            List.of(span(30, 40)));
    Findings findings = new Findings(seen, hidden, List.of());
    return byChunk().withheld(findings, seen, chunks, Waiver.NONE).toString();
  }

  @Test
  void noChunkHoldsHiddenTextOrAFileNameSoTheyStopTheDocument() {
    List<Finding> attack = List.of(instruction("override", 0.9, 0, 9));
    assertThat(byChunk().decide(new Findings(List.of(), attack, List.of())).word())
        .isEqualTo("quarantine");
    assertThat(byChunk().decide(new Findings(List.of(), List.of(), attack)).word())
        .isEqualTo("quarantine");
  }

  private static boolean withholds(Gate gate, Finding finding, Waiver waiver, Span... chunk) {
    Findings findings = new Findings(List.of(finding), List.of(), List.of());
    return gate.withheld(findings, List.of(finding), List.of(List.of(chunk)), waiver).get(0);
  }

  private static Span span(int start, int end) {
    return Span.of(TextName.ORIGINAL, start, end);
  }

  @Test
  void refusesThresholdsInTheWrongOrder() {
    assertThatThrownBy(
            () ->
                new GatePolicy(
                    0.7, 0.3, PersonalAction.REDACT, new TreeMap<>(), 0.7, Reach.DOCUMENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoNumberForAThreshold() {
    assertThatThrownBy(
            () ->
                new GatePolicy(
                    0.3, 0.7, PersonalAction.REDACT, new TreeMap<>(), Double.NaN, Reach.DOCUMENT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static InspectionResult inspect(SafetyInspector inspector) {
    return new Inspection(Map.of("odd", inspector)).inspect(UntrustedText.of("short text"));
  }

  private static GatePolicy policy(String type, PersonalAction action) {
    return new GatePolicy(
        0.3, 0.7, PersonalAction.REDACT, new TreeMap<>(Map.of(type, action)), 0.7, Reach.DOCUMENT);
  }

  private static Gate byChunk() {
    return new Gate(
        new GatePolicy(0.3, 0.7, PersonalAction.REDACT, new TreeMap<>(), 0.7, Reach.CHUNK));
  }

  private static Findings found(double score) {
    return new Findings(List.of(instruction("override", score, 0, 1)), List.of(), List.of());
  }

  private static Finding instruction(String family, double score, int start, int end) {
    return new Finding(
        "odd",
        "injection.test",
        family,
        Finding.Kind.INSTRUCTION,
        score,
        Span.of(TextName.ORIGINAL, start, end));
  }

  private static Finding personal(String type) {
    return RedactorProperties.finding(0, 4, type, 0.9);
  }
}
