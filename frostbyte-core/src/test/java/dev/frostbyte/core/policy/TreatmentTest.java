package dev.frostbyte.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TreatmentTest {
  private static final List<Finding> NONE = List.of();

  @Test
  void whatTheRedactorTakesOutIsWhatCountsAsRedacted() {
    Gate gate = new Gate(GatePolicy.DEFAULT);
    Findings findings = new Findings(List.of(mail(0), mail(5), phone(9)), NONE, NONE);
    assertThat(treatments(gate, findings))
        .containsExactly(
            Map.entry("EMAIL", new Treatment(2, 0, 0, 0, 0, 0)),
            Map.entry("PHONE", new Treatment(1, 0, 0, 0, 0, 0)));
    Redactor.Redacted redacted = Redactor.redact(document(), gate.redactions(findings));
    assertThat(redacted.map().redactions()).hasSize(3);
  }

  @Test
  void whatIsFlaggedIsNotTakenOut() {
    Gate gate = gate(PersonalAction.FLAG);
    Findings findings = new Findings(List.of(mail(0), phone(9)), NONE, NONE);
    assertThat(treatments(gate, findings).get("EMAIL")).isEqualTo(new Treatment(0, 1, 0, 0, 0, 0));
    assertThat(gate.redactions(findings)).extracting(Finding::family).containsExactly("PHONE");
  }

  @Test
  void aBlockedTypeStopsTheDocumentAndWithholdsTheOthers() {
    Findings findings = new Findings(List.of(mail(0), phone(9)), NONE, NONE);
    assertThat(treatments(gate(PersonalAction.BLOCK), findings))
        .containsExactly(
            Map.entry("EMAIL", new Treatment(0, 0, 1, 0, 0, 0)),
            Map.entry("PHONE", new Treatment(0, 0, 0, 1, 0, 0)));
  }

  @Test
  void aBlockedTypeBlocksFromHiddenTextAndFileNameToo() {
    Gate gate = gate(PersonalAction.BLOCK);
    Treatment blocked = new Treatment(0, 0, 1, 0, 0, 0);
    assertThat(treatments(gate, new Findings(NONE, List.of(mail(0)), NONE)))
        .containsEntry("EMAIL", blocked);
    assertThat(treatments(gate, new Findings(NONE, NONE, List.of(mail(0)))))
        .containsEntry("EMAIL", blocked);
  }

  @Test
  void aDocumentStoppedForAnotherReasonWithholdsAll() {
    Finding instruction =
        new Finding("x", "x", "override", Finding.Kind.INSTRUCTION, 1, span(0, 3));
    Findings findings = new Findings(List.of(instruction, mail(5)), NONE, NONE);
    assertThat(treatments(new Gate(GatePolicy.DEFAULT), findings))
        .containsExactly(Map.entry("EMAIL", new Treatment(0, 0, 0, 1, 0, 0)));
  }

  @Test
  void hiddenTextIsNotServedAndAFileNameIsKept() {
    Findings findings = new Findings(NONE, List.of(mail(0)), List.of(mail(0), mail(5)));
    assertThat(treatments(new Gate(GatePolicy.DEFAULT), findings))
        .containsExactly(Map.entry("EMAIL", new Treatment(0, 0, 0, 1, 0, 2)));
  }

  @Test
  void whatStandsInPassagesKeptBackAloneIsNotServed() {
    Findings findings = new Findings(List.of(mail(0), mail(5), mail(20), phone(9)), NONE, NONE);
    List<List<Span>> chunks =
        List.of(List.of(served(0, 4)), List.of(served(4, 8)), List.of(served(8, 13), served(0, 1)));
    assertThat(treatments(gate(PersonalAction.FLAG), findings, chunks, 1))
        .containsExactly(
            Map.entry("EMAIL", new Treatment(0, 2, 0, 1, 1, 0)),
            Map.entry("PHONE", new Treatment(1, 0, 0, 0, 0, 0)));
    assertThat(treatments(gate(PersonalAction.FLAG), findings, chunks, 0, 1))
        .as("a heading that stands in a passage that is served as well is served")
        .containsEntry("EMAIL", new Treatment(0, 2, 0, 1, 1, 0));
    assertThat(treatments(gate(PersonalAction.REDACT), findings, chunks, 1, 2))
        .containsExactly(
            Map.entry("EMAIL", new Treatment(2, 0, 0, 1, 1, 0)),
            Map.entry("PHONE", new Treatment(0, 0, 0, 1, 1, 0)));
    assertThat(treatments(gate(PersonalAction.REDACT), findings, chunks))
        .isEqualTo(treatments(gate(PersonalAction.REDACT), findings));
  }

  private static SortedMap<String, Treatment> treatments(
      Gate gate, Findings findings, List<List<Span>> chunks, int... withheld) {
    BitSet back = new BitSet();
    for (int chunk : withheld) {
      back.set(chunk);
    }
    List<Finding> served =
        findings.original().stream()
            .map(found -> found.at(served(found.span().start(), found.span().end())))
            .toList();
    return gate.treatments(findings, gate.decide(findings), served, chunks, back);
  }

  private static SortedMap<String, Treatment> treatments(Gate gate, Findings findings) {
    return gate.treatments(findings, gate.decide(findings));
  }

  private static Gate gate(PersonalAction forMail) {
    return new Gate(
        new GatePolicy(
            0.3,
            0.7,
            PersonalAction.REDACT,
            new TreeMap<>(Map.of("EMAIL", forMail)),
            0.7,
            Reach.DOCUMENT));
  }

  private static CanonicalDocument document() {
    return RedactorProperties.document("aaa, bbb, ccc", List.of());
  }

  private static Finding mail(int start) {
    return new Finding("x", "x", "EMAIL", Finding.Kind.PERSONAL, 1, span(start, start + 3));
  }

  private static Finding phone(int start) {
    return new Finding("x", "x", "PHONE", Finding.Kind.PERSONAL, 1, span(start, start + 3));
  }

  private static Span served(int start, int end) {
    return Span.of(TextName.SERVED, start, end);
  }

  private static Span span(int start, int end) {
    return Span.of(TextName.ORIGINAL, start, end);
  }
}
