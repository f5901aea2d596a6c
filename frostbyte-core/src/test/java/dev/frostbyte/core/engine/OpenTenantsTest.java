package dev.frostbyte.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.tenant.TenantId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OpenTenantsTest {
  private static final TenantId A = TenantId.of("alpha");
  private static final TenantId B = TenantId.of("beta");

  private final ExecutorService others = Executors.newCachedThreadPool();
  private final OpenTenants<Fake> tenants = new OpenTenants<>();
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    others.shutdownNow();
  }

  @Test
  void aSlowOpeningHoldsUpNoOtherTenant() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<Fake> slow = others.submit(() -> tenants.acquire(A, () -> opened("a", begun, go)));
    begun.await();
    assertThat(tenants.acquire(B, () -> opened("b")).name).isEqualTo("b");
    tenants.release(B);
    assertThat(slow.isDone()).isFalse();
    go.countDown();
    assertThat(slow.get().name).isEqualTo("a");
    assertThat(said).containsExactly("opening a", "opened b", "closed b", "opened a");
  }

  @Test
  void aSlowClosingHoldsUpNoOtherTenantButWhoWantsTheSame() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    tenants.acquire(A, () -> new Fake("a", () -> awaited(begun, go)));
    Future<?> closing = others.submit(() -> tenants.release(A));
    begun.await();
    Future<Fake> again = others.submit(() -> tenants.acquire(A, () -> opened("new a")));
    tenants.acquire(B, () -> opened("b"));
    assertThat(again.isDone()).isFalse();
    go.countDown();
    closing.get();
    assertThat(again.get().name).isEqualTo("new a");
    assertThat(said).containsExactly("opened b", "closed a", "opened new a");
  }

  @Test
  void usersShareWhatIsOpenAndTheLastOneClosesIt() {
    Fake first = tenants.acquire(A, () -> opened("a"));
    assertThat(tenants.acquire(A, () -> opened("another"))).isSameAs(first);
    tenants.release(A);
    assertThat(said).containsExactly("opened a");
    tenants.release(A);
    assertThat(said).containsExactly("opened a", "closed a");
    assertThat(tenants.acquire(A, () -> opened("next")).name).isEqualTo("next");
  }

  @Test
  void manyAtOnceOpenItOnce() throws Exception {
    List<Future<Fake>> all = new ArrayList<>();
    for (int user = 0; user < 16; user++) {
      all.add(others.submit(() -> tenants.acquire(A, () -> opened("a"))));
    }
    for (Future<Fake> one : all) {
      assertThat(one.get().name).isEqualTo("a");
    }
    assertThat(said).containsExactly("opened a");
    all.forEach(one -> tenants.release(A));
    assertThat(said).containsExactly("opened a", "closed a");
  }

  @Test
  void anOpeningThatFailsLeavesNothingAndTheNextOneTriesAgain() {
    assertThatThrownBy(() -> tenants.acquire(A, OpenTenantsTest::failing))
        .isInstanceOf(FrostbyteException.class);
    assertThat(tenants.acquire(A, () -> opened("a")).name).isEqualTo("a");
    tenants.release(A);
    assertThat(said).containsExactly("opened a", "closed a");
  }

  @Test
  void afterTheEndNobodyEntersAndWhatIsOpenIsHandedOver() throws Exception {
    Fake open = tenants.acquire(A, () -> opened("a"));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<Fake> slow = others.submit(() -> tenants.acquire(B, () -> opened("b", begun, go)));
    begun.await();
    Future<List<Fake>> ended = others.submit(tenants::end);
    go.countDown();
    assertThat(ended.get()).containsExactlyInAnyOrder(open, slow.get());
    assertThatThrownBy(() -> tenants.acquire(A, () -> opened("late")))
        .isInstanceOf(IllegalStateException.class);
    tenants.release(A);
    assertThat(said).containsExactly("opened a", "opening b", "opened b");
  }

  private static Fake failing() throws IOException {
    throw new IOException("cannot");
  }

  private Fake opened(String name) {
    said.add("opened " + name);
    return new Fake(name, () -> {});
  }

  private Fake opened(String name, CountDownLatch begun, CountDownLatch go) {
    said.add("opening " + name);
    awaited(begun, go);
    return opened(name);
  }

  private static void awaited(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      if (!go.await(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("nobody let it go on");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something open. */
  private final class Fake implements AutoCloseable {
    private final String name;
    private final Runnable closing;

    Fake(String name, Runnable closing) {
      this.name = name;
      this.closing = closing;
    }

    @Override
    public void close() {
      closing.run();
      said.add("closed " + name);
    }
  }
}
