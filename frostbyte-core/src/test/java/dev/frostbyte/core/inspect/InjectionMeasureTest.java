package dev.frostbyte.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.SafetyInspector;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Inspection;
import dev.frostbyte.core.policy.TextInspection;
import dev.frostbyte.testkit.safety.Obfuscation;
import dev.frostbyte.testkit.safety.SafetyTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures detection on generated texts and on the shared corpus; prints the figures that
 * docs/safety.md quotes.
 */
final class InjectionMeasureTest {
  private static final List<SafetyTexts> ROUNDS =
      List.of(
          SafetyTexts.ATTACKS_FIRST,
          SafetyTexts.ATTACKS_SECOND,
          SafetyTexts.ATTACKS_THIRD,
          SafetyTexts.ATTACKS_FOURTH,
          SafetyTexts.ATTACKS_FIFTH,
          SafetyTexts.ATTACKS_SIXTH,
          SafetyTexts.ATTACKS_SEVENTH);
  private static final TextInspection GATES = gates();

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es"})
  void quarantinesExplicitOverrides(String language) {
    Rate rate = new Rate();
    for (SafetyTexts round : ROUNDS) {
      round.samples(20, 42).stream()
          .filter(sample -> sample.language().equals(language))
          .forEach(sample -> rate.add(sample.text()));
    }
    rate.print("explicit overrides " + language);
    assertThat(rate.quarantined()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void quarantinesObfuscatedOverrides() {
    Random random = new Random(5);
    Rate all = new Rate();
    for (Obfuscation way : Obfuscation.values()) {
      Rate rate = new Rate();
      for (SafetyTexts round : ROUNDS) {
        round.samples(2, 11).forEach(sample -> rate.add(way.apply(sample.text(), random)));
      }
      rate.print("obfuscated " + way);
      all.add(rate);
    }
    all.print("obfuscated, all");
    assertThat(all.quarantined()).isGreaterThanOrEqualTo(0.9 * 0.95);
  }

  @Test
  void leavesHarmlessSentencesWithTriggerWordsAlone() {
    Rate rate = new Rate();
    SafetyTexts.HARMLESS.samples(10, 7).forEach(sample -> rate.add(sample.text()));
    SafetyTexts.HARMLESS_THIRD.samples(10, 7).forEach(sample -> rate.add(sample.text()));
    rate.print("harmless with trigger words");
    assertThat(rate.flagged()).isLessThanOrEqualTo(0.05);
  }

  @Test
  void flagsButDoesNotQuarantineTextsThatQuoteAttacks() {
    Rate rate = new Rate();
    SafetyTexts.QUOTING.samples(10, 7).forEach(sample -> rate.add(sample.text()));
    rate.print("quoting attacks");
    assertThat(rate.quarantined()).isLessThanOrEqualTo(0.2);
    assertThat(rate.flagged()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void staysQuietOnBusinessTextsOfTheCorpus() throws IOException {
    Map<String, Rate> rates = corpus();
    rates.forEach((name, rate) -> rate.print("corpus " + name));
    Rate benign = new Rate();
    rates.forEach((name, rate) -> benign.add(name.startsWith("benign ") ? rate : new Rate()));
    assertThat(benign.flagged()).isLessThanOrEqualTo(0.01);
  }

  private static Map<String, Rate> corpus() throws IOException {
    Path file = shared();
    Map<String, Rate> rates = new TreeMap<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      String name = node.path("label").asText() + " " + node.path("source").asText();
      rates.computeIfAbsent(name, key -> new Rate()).add(node.path("text").asText());
    }
    return rates;
  }

  private static Path shared() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path file = at.resolve("shared/corpus/safety/text.jsonl");
      if (Files.exists(file)) {
        return file;
      }
    }
    assumeTrue(false, "the shared corpus is not beside the repository");
    throw new IllegalStateException("unreachable");
  }

  private static TextInspection gates() {
    Map<String, SafetyInspector> inspectors =
        Map.of(
            "injection", new InjectionInspectorProvider().open(StageConfig.none()),
            "invisible", new InvisibleInspectorProvider().open(StageConfig.none()));
    return new TextInspection(new Inspection(inspectors), GatePolicy.DEFAULT);
  }

  /** Counts actions. */
  private static final class Rate {
    private int texts;
    private int flags;
    private int quarantines;

    void add(String text) {
      String action = GATES.inspect(UntrustedText.of(text)).action();
      texts++;
      flags += action.equals("pass") ? 0 : 1;
      quarantines += action.equals("quarantine") ? 1 : 0;
    }

    void add(Rate other) {
      texts += other.texts;
      flags += other.flags;
      quarantines += other.quarantines;
    }

    double flagged() {
      return (double) flags / texts;
    }

    double quarantined() {
      return (double) quarantines / texts;
    }

    void print(String what) {
      System.out.printf(
          "MEASURE %-55s n=%4d flagged=%.3f quarantined=%.3f%n",
          what, texts, flagged(), quarantined());
    }
  }
}
