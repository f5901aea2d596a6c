package dev.frostbyte.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  @Test
  void doesNotShowItsText() {
    assertThat(Query.of("salary of Ada").topK(7)).hasToString("Query(13 chars, top 7)");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 201, Integer.MAX_VALUE})
  void refusesANumberOfPassagesOutOfRange(int topK) {
    refused(() -> Query.of("a").topK(topK));
  }

  @Test
  void refusesNoTextAndTooMuch() {
    refused(() -> Query.of(" \n"));
    refused(() -> Query.of("a".repeat(10_001)));
    assertThat(Query.of("a".repeat(10_000)).topK(200).topK()).isEqualTo(200);
  }

  @Test
  void limitsMustBePositive() {
    PipelineLimits good = PipelineLimits.DEFAULT;
    assertThatThrownBy(() -> new PipelineLimits(0, 1, 1, good.longestReview(), good.parse()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PipelineLimits(1L << 31, 1, 1, good.longestReview(), good.parse()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PipelineLimits(1, 1, 0, good.longestReview(), good.parse()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_ARGUMENT))
        .hasMessageNotContaining("aaa");
  }
}
