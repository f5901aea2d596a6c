package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DocumentLocksTest {
  private final DocumentLocks locks = new DocumentLocks();

  @Test
  void aDocumentNeverWaitsForAnother() throws Exception {
    List<DocumentLocks.Held> held = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      held.add(locks.hold(document(i)));
    }
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> another =
          other.submit(
              () -> {
                try (DocumentLocks.Held one = locks.hold(document(1_000))) {
                  return locks.size();
                }
              });
      assertThat(another.get()).isEqualTo(1_001);
    }
    held.forEach(DocumentLocks.Held::close);
    assertThat(locks.size()).isZero();
  }

  @Property(tries = 20)
  void oneDocumentIsHeldByOneThreadAndNothingIsKept(
      @ForAll @IntRange(min = 1, max = 5) int documents) throws Exception {
    DocumentLocks shared = new DocumentLocks();
    AtomicIntegerArray inside = new AtomicIntegerArray(documents);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Boolean>> alone = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int task = 0; task < 200; task++) {
        int number = task % documents;
        alone.add(
            threads.submit(
                () -> {
                  start.await();
                  try (DocumentLocks.Held held = shared.hold(document(number))) {
                    boolean first = inside.incrementAndGet(number) == 1;
                    Thread.yield();
                    return inside.decrementAndGet(number) == 0 && first;
                  }
                }));
      }
      start.countDown();
      for (Future<Boolean> one : alone) {
        assertThat(one.get()).isTrue();
      }
    }
    assertThat(shared.size()).isZero();
  }

  private static DocumentId document(int number) {
    return new DocumentId("doc_" + "%032x".formatted(number));
  }
}
