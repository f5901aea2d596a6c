package dev.frostbyte.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageConfigTest {
  private static final Sample DEFAULTS =
      new Sample("name", 1, 2, 3.5, false, Duration.ofSeconds(4), TimeUnit.DAYS);

  @Test
  void keepsDefaultsForWhatIsNotGiven() {
    assertThat(StageConfig.none().bind(DEFAULTS)).isEqualTo(DEFAULTS);
  }

  @Test
  void bindsEveryType() {
    Map<String, String> values =
        Map.of(
            "text",
            "x y",
            "count",
            "-7",
            "bytes",
            "9000000000",
            "ratio",
            "0.25",
            "strict",
            "true",
            "pause",
            "PT1M30S",
            "unit",
            "hours");
    assertThat(StageConfig.of(values).bind(DEFAULTS))
        .isEqualTo(
            new Sample(
                "x y", -7, 9_000_000_000L, 0.25, true, Duration.ofSeconds(90), TimeUnit.HOURS));
  }

  @ParameterizedTest
  @CsvSource({
    "count, SECRET", "count, 99999999999", "count, 1.5", "bytes, SECRET", "ratio, SECRET",
    "strict, TRUE", "strict, SECRET", "pause, SECRET", "pause, 5s", "unit, SECRET"
  })
  void refusesAValueThatDoesNotFitWithoutQuotingIt(String key, String value) {
    assertThatThrownBy(() -> StageConfig.of(Map.of(key, value)).bind(DEFAULTS))
        .isInstanceOfSatisfying(FrostbyteException.class, StageConfigTest::isInvalid)
        .hasMessageContaining(key)
        .hasMessageNotContaining(value);
  }

  @Test
  void refusesAnUnknownKeyAndNamesTheKnownOnes() {
    assertThatThrownBy(() -> StageConfig.of(Map.of("Count", "SECRET")).bind(DEFAULTS))
        .isInstanceOfSatisfying(FrostbyteException.class, StageConfigTest::isInvalid)
        .hasMessageContaining("'Count'")
        .hasMessageContaining("[bytes, count, pause, ratio, strict, text, unit]")
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void passesOnWhatTheRecordItselfRefuses() {
    assertThatThrownBy(() -> StageConfig.of(Map.of("count", "-8")).bind(DEFAULTS))
        .isInstanceOfSatisfying(FrostbyteException.class, StageConfigTest::isInvalid)
        .hasMessageContaining("count must be at least -7");
  }

  @Test
  void refusesARecordWithAComponentItCannotRead() {
    StageConfig config = StageConfig.of(Map.of("what", "x"));
    assertThatThrownBy(() -> config.bind(new Odd(new Object())))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void copiesItsValuesAndHashesThem() {
    Map<String, String> values = new HashMap<>(Map.of("a", "b"));
    StageConfig config = StageConfig.of(values);
    values.put("c", "d");
    assertThat(config).isEqualTo(StageConfig.of(Map.of("a", "b")));
    assertThat(config.hash()).isEqualTo(StageConfig.of(Map.of("a", "b")).hash());
    assertThat(config.hash()).isNotEqualTo(StageConfig.of(Map.of("a", "c")).hash());
    assertThat(StageConfig.of(Map.of("a", "b\0c\0d")).hash())
        .isNotEqualTo(StageConfig.of(Map.of("a", "b", "c", "d")).hash());
    assertThatThrownBy(() -> config.values().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static void isInvalid(FrostbyteException e) {
    assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID);
  }

  /** One component of every type. */
  record Sample(
      String text,
      int count,
      long bytes,
      double ratio,
      boolean strict,
      Duration pause,
      TimeUnit unit) {
    Sample {
      if (count < -7) {
        throw new IllegalArgumentException("count must be at least -7");
      }
    }
  }

  /** A component no text can give. */
  record Odd(Object what) {}
}
