package dev.frostbyte.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyProviderTest {
  private static final SealContext CONTEXT = SealContext.of("tenant-key", "t-one");

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("deep").resolve("frostbyte.keys");
  }

  @Test
  void opensWhatItWrappedInAnotherInstanceToo() throws IOException {
    SecretBytes key = SecretBytes.random();
    FileKeyProvider provider = FileKeyProvider.open(file);
    String master = provider.create();
    byte[] wrapped = provider.wrap(master, key, CONTEXT);
    assertThat(master).matches("[a-z0-9-]{1,64}");
    assertThat(provider.unwrap(master, wrapped, CONTEXT)).contains(key);
    assertThat(FileKeyProvider.open(file).unwrap(master, wrapped, CONTEXT)).contains(key);
  }

  @Test
  void refusesAnotherContextAndAnotherMaster() throws IOException {
    FileKeyProvider provider = FileKeyProvider.open(file);
    String master = provider.create();
    String other = provider.create();
    byte[] wrapped = provider.wrap(master, SecretBytes.random(), CONTEXT);
    assertThatThrownBy(() -> provider.unwrap(master, wrapped, SealContext.of("tenant-key", "t-2")))
        .isInstanceOf(SealBrokenException.class);
    assertThatThrownBy(() -> provider.unwrap(other, wrapped, CONTEXT))
        .isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aDestroyedMasterOpensNothingAnyMore() throws IOException {
    FileKeyProvider provider = FileKeyProvider.open(file);
    String master = provider.create();
    byte[] key = Files.readAllBytes(file);
    byte[] wrapped = provider.wrap(master, SecretBytes.random(), CONTEXT);
    provider.destroy(master);
    provider.destroy(master);
    assertThat(provider.unwrap(master, wrapped, CONTEXT)).isEmpty();
    assertThat(FileKeyProvider.open(file).unwrap(master, wrapped, CONTEXT)).isEmpty();
    assertThat(Files.size(file)).isLessThan(key.length);
    code(() -> provider.wrap(master, SecretBytes.random(), CONTEXT), ProblemCode.KEYS_MISSING);
  }

  @Test
  void keepsTheFileForItsOwnerOnly() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    FileKeyProvider provider = FileKeyProvider.open(file);
    provider.create();
    assertThat(permissions()).isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    provider.create();
    assertThat(permissions()).isEqualTo("rw-------");
  }

  @Test
  void leavesNoOtherFileWithKeysBehind() throws IOException {
    FileKeyProvider.open(file).create();
    try (var names = Files.list(file.resolveSibling(""))) {
      assertThat(names.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("frostbyte.keys", "frostbyte.keys.lock");
    }
    assertThat(Files.size(file.resolveSibling("frostbyte.keys.lock"))).isZero();
  }

  @Test
  void severalInstancesShareOneFile() throws Exception {
    Set<String> masters = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        done.add(threads.submit((Callable<Void>) () -> makeAndDestroy(masters)));
      }
      for (Future<?> future : done) {
        future.get();
      }
    }
    assertThat(masters).hasSize(40);
    FileKeyProvider last = FileKeyProvider.open(file);
    for (String master : masters) {
      assertThat(last.wrap(master, SecretBytes.random(), CONTEXT)).isNotEmpty();
    }
  }

  private Void makeAndDestroy(Set<String> masters) throws IOException {
    FileKeyProvider provider = FileKeyProvider.open(file);
    for (int i = 0; i < 10; i++) {
      masters.add(provider.create());
      provider.destroy(provider.create());
    }
    return null;
  }

  @Test
  void refusesEveryFlippedBit() throws IOException {
    FileKeyProvider provider = FileKeyProvider.open(file);
    provider.create();
    provider.create();
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] damaged = whole.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);
      boolean version = bit / 8 >= 4 && bit / 8 < 8;
      code(
          () -> FileKeyProvider.open(file),
          version ? ProblemCode.FORMAT_TOO_NEW : ProblemCode.KEYS_DAMAGED);
    }
  }

  @Test
  void refusesACutFileAndLeavesItAsItIs() throws IOException {
    FileKeyProvider provider = FileKeyProvider.open(file);
    provider.create();
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      code(provider::create, ProblemCode.KEYS_DAMAGED);
      assertThat(Files.size(file)).isEqualTo(length);
    }
  }

  @Test
  void refusesANameTheFileCannotHave() {
    code(() -> FileKeyProvider.open(folder.resolve("my keys")), ProblemCode.INVALID_ARGUMENT);
    code(() -> FileKeyProvider.open(Path.of("/")), ProblemCode.INVALID_ARGUMENT);
  }

  @Test
  void saysWhichMasterIsMissingAndNoKey() throws IOException {
    FileKeyProvider provider = FileKeyProvider.open(file);
    assertThatThrownBy(() -> provider.wrap("m-gone", SecretBytes.random(), CONTEXT))
        .hasMessageContaining("m-gone")
        .hasMessageContaining("the key file this home was made with");
  }

  private String permissions() throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static void code(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FrostbyteException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }
}
