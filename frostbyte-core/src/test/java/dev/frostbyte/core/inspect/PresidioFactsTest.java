package dev.frostbyte.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.spi.InspectionTarget;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the personal data inspector against what the tests of Presidio say of numbers. */
final class PresidioFactsTest {
  private static final SafetyInspector INSPECTOR =
      new PersonalDataInspectorProvider().open(StageConfig.none());

  private record Fact(String type, boolean holds, String text) {
    boolean agrees() {
      List<Finding> findings = INSPECTOR.inspect(InspectionTarget.visible(text));
      return holds == findings.stream().anyMatch(finding -> finding.family().equals(type));
    }
  }

  @Test
  void agreesOnAtLeast98OfAHundred() throws IOException {
    List<Fact> facts = facts();
    List<Fact> wrong = new ArrayList<>(facts.stream().filter(fact -> !fact.agrees()).toList());
    System.out.printf("MEASURE Presidio facts n=%d wrong=%d%n", facts.size(), wrong.size());
    assertThat(facts).hasSizeGreaterThan(300);
    assertThat(wrong.size()).as("%s", wrong).isLessThanOrEqualTo(facts.size() / 50);
  }

  @Test
  void agreesOnEveryNumberWithACheckDigitOfItsOwn() throws IOException {
    List<Fact> wrong =
        facts().stream()
            .filter(fact -> fact.text().matches("[A-Z]{2}[0-9]{2}.{11,40}"))
            .filter(fact -> fact.type().equals("FINANCIAL_ACCOUNT"))
            .filter(fact -> !fact.agrees())
            .toList();
    assertThat(wrong).isEmpty();
  }

  private static List<Fact> facts() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PresidioFactsTest.class.getResourceAsStream("presidio.tsv"))) {
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 3))
          .map(columns -> new Fact(columns[0], columns[1].equals("found"), columns[2]))
          .toList();
    }
  }
}
