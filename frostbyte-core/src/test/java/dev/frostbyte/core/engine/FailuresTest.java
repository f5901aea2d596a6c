package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  private static final String CONTENT = "Mrs Quartzheron owes 7,000 euro";

  static List<Arguments> failures() {
    return List.of(
        Arguments.of(new SealBrokenException(CONTENT), ProblemCode.INTEGRITY_BROKEN),
        Arguments.of(
            new UncheckedIOException(new SealBrokenException(CONTENT)),
            ProblemCode.INTEGRITY_BROKEN),
        Arguments.of(new IOException(CONTENT), ProblemCode.STORAGE_FAILED),
        Arguments.of(
            new UncheckedIOException(new FileNotFoundException(CONTENT)),
            ProblemCode.STORAGE_FAILED),
        Arguments.of(new CancellationException(CONTENT), ProblemCode.CANCELLED),
        Arguments.of(new OutOfMemoryError(CONTENT), ProblemCode.INTERNAL_ERROR),
        Arguments.of(new StackOverflowError(CONTENT), ProblemCode.INTERNAL_ERROR),
        Arguments.of(new NoClassDefFoundError(CONTENT), ProblemCode.INTERNAL_ERROR),
        Arguments.of(new IllegalStateException(CONTENT), ProblemCode.INTERNAL_ERROR),
        Arguments.of(
            FrostbyteException.of(ProblemCode.AUDIT_UNAVAILABLE, "The log refused."),
            ProblemCode.AUDIT_UNAVAILABLE));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasItsCodeAndNoneSpeaksOfContent(Throwable cause, ProblemCode code) {
    FrostbyteException failure = Failures.of(cause);
    assertThat(failure.problem()).isEqualTo(Failures.problem(cause));
    assertThat(failure.problem().code()).isEqualTo(code);
    assertThat(failure.toString()).doesNotContain("Quartzheron");
    assertThat(failure.getCause()).isNull();
  }

  @Test
  void aPlainIoExceptionIsNotNamedButOneThatSaysSomethingIs() {
    assertThat(Failures.problem(new IOException("x")).message()).doesNotContain("IOException");
    assertThat(Failures.problem(new AccessDeniedException("x")).message())
        .contains("AccessDenied")
        .doesNotContain("x)");
  }

  @Test
  void anAttemptHandsOutWhatItMadeOrFailsInForm() {
    assertThat(Failures.<String>attempt(() -> "made")).isEqualTo("made");
    assertThatThrownBy(
            () ->
                Failures.attempt(
                    () -> {
                      throw new IOException(CONTENT);
                    }))
        .isInstanceOf(FrostbyteException.class);
  }

  @Test
  void onlyTheJournalAndTheEndOfTheRunLeaveAFileWithoutAnOutcome() {
    for (ProblemCode code : ProblemCode.values()) {
      boolean ends = code == ProblemCode.AUDIT_UNAVAILABLE || code == ProblemCode.CANCELLED;
      assertThat(Failures.endsTheRun(FrostbyteException.of(code, "x"))).isEqualTo(ends);
    }
    assertThat(Failures.endsTheRun(new OutOfMemoryError())).isFalse();
  }
}
