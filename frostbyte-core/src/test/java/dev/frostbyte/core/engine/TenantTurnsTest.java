package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TenantTurnsTest {
  private final List<String> order = new ArrayList<>();

  @Test
  void tenantsTakeTurnsDocumentByDocument() {
    Deque<Runnable> places = new ArrayDeque<>();
    TenantTurns large = new TenantTurns(places::add);
    TenantTurns small = new TenantTurns(places::add);
    for (int i = 1; i <= 4; i++) {
      String name = "large " + i;
      large.submit(() -> order.add(name));
    }
    small.submit(() -> order.add("small 1"));
    small.submit(() -> order.add("small 2"));
    while (!places.isEmpty()) {
      places.poll().run();
    }
    assertThat(order)
        .containsExactly("large 1", "small 1", "large 2", "small 2", "large 3", "large 4");
  }

  @Test
  void aTenantAloneUsesAllWorkers() throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    List<Future<Boolean>> futures = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(3)) {
      TenantTurns turns = new TenantTurns(workers);
      for (int i = 0; i < 3; i++) {
        futures.add(
            turns.submit(
                () -> {
                  all.countDown();
                  return awaited(all);
                }));
      }
      for (Future<Boolean> future : futures) {
        assertThat(future.get()).isTrue();
      }
    }
  }

  @Test
  void workersThatEndLeaveNobodyWaiting() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ExecutorService worker = Executors.newSingleThreadExecutor();
    TenantTurns turns = new TenantTurns(worker);
    Future<Boolean> running = turns.submit(() -> awaited(gate));
    List<Future<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(turns.submit(() -> true));
    }
    worker.shutdown();
    gate.countDown();
    worker.close();
    assertThat(running.get()).isTrue();
    assertThat(waiting).allMatch(Future::isDone);
    assertThatThrownBy(waiting.getLast()::get).isInstanceOf(CancellationException.class);
    assertThatThrownBy(turns.submit(() -> true)::get).isInstanceOf(CancellationException.class);
  }

  private static boolean awaited(CountDownLatch gate) throws InterruptedException {
    gate.await();
    return true;
  }
}
