package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ObjectStoreProvider;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link ObjectStore} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class ObjectStoreContract {
  @TempDir Path folder = Path.of("replaced by JUnit");

  private TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  /** For subclasses. */
  protected ObjectStoreContract() {}

  /** The provider under test. */
  protected abstract ObjectStoreProvider provider();

  @BeforeEach
  void openSpaces() {
    spaces = TestSpaces.in(folder.resolve("home"));
  }

  @AfterEach
  void closeSpaces() {
    spaces.close();
  }

  private TestSpace alpha() throws IOException {
    return spaces.space("alpha", "objects");
  }

  private ObjectStore open(TestSpace space) throws IOException {
    return provider().open(StageConfig.none(), space);
  }

  private static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(seed).nextBytes(bytes);
    return bytes;
  }

  private static ObjectRef put(ObjectStore store, byte[] bytes) throws IOException {
    try (ObjectStore.Draft draft = store.begin()) {
      draft.out().write(bytes);
      return draft.keep();
    }
  }

  private static byte[] read(ObjectStore store, ObjectRef object) throws IOException {
    try (InputStream in = store.open(object)) {
      return in.readAllBytes();
    }
  }

  @Test
  void givesBackWhatWasKeptUnderItsHashAndLength() throws IOException {
    try (ObjectStore store = open(alpha())) {
      for (int length : new int[] {0, 1, 65_535, 65_536, 65_537, 300_000}) {
        byte[] bytes = bytes(length, length);
        ObjectRef object = put(store, bytes);
        assertThat(object).isEqualTo(new ObjectRef(ContentHash.of(bytes), length));
        assertThat(read(store, object)).isEqualTo(bytes);
        assertThat(store.contains(object)).isTrue();
      }
    }
  }

  @Test
  void hashesBytesWrittenInAnyPieces() throws IOException {
    byte[] bytes = bytes(7, 150_000);
    try (ObjectStore store = open(alpha());
        ObjectStore.Draft draft = store.begin()) {
      OutputStream out = draft.out();
      out.write(bytes[0]);
      out.write(bytes, 1, 70_000);
      out.write(bytes, 70_001, bytes.length - 70_001);
      out.close();
      assertThat(draft.keep().hash()).isEqualTo(ContentHash.of(bytes));
    }
  }

  @Test
  void leavesNothingOfADraftThatIsNotKept() throws IOException {
    try (ObjectStore store = open(alpha())) {
      try (ObjectStore.Draft draft = store.begin()) {
        draft.out().write(bytes(1, 100_000));
      }
      assertThat(store.list()).isEmpty();
    }
    assertThat(TestFolders.bytes(alpha().path())).isZero();
  }

  @Test
  void refusesToKeepADraftTwice() throws IOException {
    try (ObjectStore store = open(alpha());
        ObjectStore.Draft draft = store.begin()) {
      draft.keep();
      assertThatThrownBy(draft::keep).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void keepsOneObjectOfEqualBytes() throws IOException {
    try (ObjectStore store = open(alpha())) {
      ObjectRef first = put(store, bytes(1, 10));
      ObjectRef second = put(store, bytes(1, 10));
      assertThat(second).isEqualTo(first);
      assertThat(store.list()).containsExactly(first);
      store.delete(first);
      assertThat(store.contains(first)).isFalse();
    }
  }

  @Test
  void saysThatAnObjectIsNotThere() throws IOException {
    try (ObjectStore store = open(alpha())) {
      ObjectRef kept = put(store, bytes(1, 10));
      ObjectRef otherLength = new ObjectRef(kept.hash(), 11);
      ObjectRef otherHash = new ObjectRef(ContentHash.of(new byte[0]), 10);
      for (ObjectRef absent : List.of(otherLength, otherHash)) {
        assertThat(store.contains(absent)).isFalse();
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open(absent));
      }
    }
  }

  @Test
  void deletesForGoodAndDoesNotMindTheAbsent() throws IOException {
    ObjectRef gone;
    ObjectRef kept;
    try (ObjectStore store = open(alpha())) {
      gone = put(store, bytes(1, 10));
      kept = put(store, bytes(2, 10));
      store.delete(gone);
      store.delete(gone);
      store.sync();
    }
    try (ObjectStore store = open(alpha())) {
      assertThat(store.list()).containsExactly(kept);
      assertThat(store.contains(gone)).isFalse();
    }
  }

  @Test
  void listsEveryObjectSortedByHash() throws IOException {
    try (ObjectStore store = open(alpha())) {
      List<ObjectRef> kept = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        kept.add(put(store, bytes(i, i)));
      }
      kept.sort(Comparator.comparing(object -> object.hash().hex()));
      assertThat(store.list()).isEqualTo(kept);
    }
  }

  @Test
  void removesDraftsThatACrashLeft() throws IOException {
    try (ObjectStore store = open(alpha())) {
      ObjectRef kept = put(store, bytes(1, 1000));
      ObjectStore.Draft draft = store.begin();
      draft.out().write(bytes(2, 200_000));
      TestSpace crashed = alpha().copiedTo(folder.resolve("crashed"));
      try (ObjectStore reopened = open(crashed)) {
        assertThat(reopened.list()).containsExactly(kept);
        assertThat(read(reopened, kept)).isEqualTo(bytes(1, 1000));
      }
      assertThat(TestFolders.bytes(crashed.path())).isEqualTo(1000);
      draft.close();
    }
  }

  @Test
  void hasNothingOfAnotherTenant() throws IOException {
    ObjectRef object;
    try (ObjectStore store = open(alpha())) {
      object = put(store, bytes(1, 10));
    }
    try (ObjectStore other = open(spaces.space("beta", "objects"))) {
      assertThat(other.list()).isEmpty();
      assertThat(other.contains(object)).isFalse();
    }
  }

  @Test
  void noticesAFileOfAnotherLength() throws IOException {
    try (ObjectStore store = open(alpha())) {
      ObjectRef object = put(store, bytes(1, 1000));
      for (int length : new int[] {500, 999, 1001, 0}) {
        resizeEveryFile(length);
        assertThatThrownBy(() -> read(store, object)).isInstanceOf(IOException.class);
      }
    }
  }

  private void resizeEveryFile(int length) throws IOException {
    for (Path file : TestFolders.files(alpha().path())) {
      byte[] bytes = java.nio.file.Files.readAllBytes(file);
      java.nio.file.Files.write(file, java.util.Arrays.copyOf(bytes, length));
    }
  }

  @Test
  void takesDraftsOfSeveralThreads() throws Exception {
    try (ObjectStore store = open(alpha());
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<ObjectRef>> puts = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        byte[] bytes = bytes(i, 1000 + i);
        puts.add(() -> put(store, bytes));
      }
      for (Future<ObjectRef> kept : threads.invokeAll(puts)) {
        assertThat(read(store, kept.get())).hasSize((int) kept.get().length());
      }
      store.sync();
      assertThat(store.list()).hasSize(60);
    }
  }

  @Test
  void putsNothingOfAFileNameOrTextIntoNames() throws IOException {
    String marker = "quartzmoor";
    try (ObjectStore store = open(alpha())) {
      put(
          store,
          alpha()
              .sealer()
              .seal(
                  marker.getBytes(StandardCharsets.UTF_8),
                  dev.frostbyte.api.seal.SealContext.of("raw")));
    }
    assertThat(MarkerScan.files(folder, marker)).isEmpty();
  }

  @Test
  void closesTwiceAndThenRefuses() throws IOException {
    ObjectStore store = open(alpha());
    store.close();
    store.close();
    assertThatThrownBy(store::list).isInstanceOf(IOException.class);
  }

  @Test
  void refusesHostileLimits() throws IOException {
    try (ObjectStore store = open(alpha())) {
      ObjectRef kept = put(store, bytes(1, 100));
      for (long length : new long[] {0, 99, 101, Long.MAX_VALUE}) {
        ObjectRef wrong = new ObjectRef(kept.hash(), length);
        assertThatThrownBy(() -> read(store, wrong)).isInstanceOf(IOException.class);
      }
      assertThatThrownBy(() -> new ObjectRef(kept.hash(), -1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(read(store, kept)).hasSize(100);
    }
  }

  @Test
  void refusesAnUnknownKey() throws IOException {
    TestSpace space = alpha();
    StageConfig unknown = StageConfig.of(Map.of("no-such-key", "1"));
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> provider().open(unknown, space))
        .matches(e -> e.problem().code() == ProblemCode.CONFIGURATION_INVALID);
  }
}
