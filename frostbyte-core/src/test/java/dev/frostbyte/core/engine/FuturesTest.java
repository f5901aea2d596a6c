package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FuturesTest {
  @AfterEach
  void noInterruptStays() {
    Thread.interrupted();
  }

  @Test
  void anInterruptDoesNotEndTheWaitForAnEffectAndIsHandedOn() throws InterruptedException {
    CompletableFuture<String> effect = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<String> told = new CompletableFuture<>();
    CountDownLatch waiting = new CountDownLatch(1);
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  waiting.countDown();
                  told.complete(Futures.awaitEffect(effect));
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    waiting.await();
    caller.interrupt();
    effect.complete("done");
    caller.join();
    assertThat(told.join()).isEqualTo("done");
    assertThat(interrupted.join()).isTrue();
  }

  @Test
  void anInterruptEndsAnyOtherWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Futures.await(new CompletableFuture<>()))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CANCELLED));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void aFailureArrivesInForm() {
    assertThatThrownBy(
            () -> Futures.await(CompletableFuture.failedFuture(new IOException("secret"))))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageNotContaining("secret");
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    cancelled.cancel(true);
    assertThatThrownBy(() -> Futures.awaitEffect(cancelled))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CANCELLED));
  }
}
