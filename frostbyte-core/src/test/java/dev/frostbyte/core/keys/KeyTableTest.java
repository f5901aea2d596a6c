package dev.frostbyte.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  private static final String SPACE = "t-one";
  private static final String FIRST_EPOCH = "epoch-000000000001";

  private final CrashFileSystem disk = new CrashFileSystem();
  private final MemoryKeys provider = new MemoryKeys();

  @Test
  void findsTheKeysItWasGivenAfterOpeningAnew() throws IOException {
    SecretBytes key = SecretBytes.random();
    try (KeyTable table = KeyTable.create(disk.root(), provider, SPACE)) {
      table.put("doc/1", key);
      table.put("doc/2", SecretBytes.random());
      table.force();
      assertThat(table.find("doc/1")).contains(key);
    }
    try (KeyTable table = open(disk.root())) {
      assertThat(table.find("doc/1")).contains(key);
      assertThat(table.names("doc/")).containsExactly("doc/1", "doc/2");
      assertThat(table.names("other/")).isEmpty();
      assertThat(table.find("doc/3")).isEmpty();
    }
  }

  @Test
  void refusesASecondKeyOfOneName() throws IOException {
    try (KeyTable table = tableOf("doc/1")) {
      assertThatThrownBy(() -> table.put("doc/1", SecretBytes.random()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void forgetsADestroyedKeyAndKeepsTheOthers() throws IOException {
    try (KeyTable table = tableOf("doc/1", "doc/2")) {
      table.destroy(List.of("doc/1", "absent"));
      assertThat(table.find("doc/1")).isEmpty();
      assertThat(table.find("doc/2")).isPresent();
    }
    try (KeyTable table = open(disk.root())) {
      assertThat(table.contains("doc/1")).isFalse();
      assertThat(table.find("doc/2")).isPresent();
    }
  }

  @Test
  void aNameUsedAgainAfterItsDestructionHasAnotherKey() throws IOException {
    SecretBytes second = SecretBytes.random();
    try (KeyTable table = tableOf("doc/1")) {
      SecretBytes first = table.find("doc/1").orElseThrow();
      table.destroy(List.of("doc/1"));
      table.put("doc/1", second);
      table.force();
      assertThat(table.find("doc/1")).contains(second).isNotEqualTo(java.util.Optional.of(first));
    }
    try (KeyTable table = open(disk.root())) {
      assertThat(table.find("doc/1")).contains(second);
    }
  }

  @Test
  void refusesABackupOfTheWholeFolderFromBeforeADestruction() throws IOException {
    tableOf("doc/1", "doc/2").close();
    CrashFileSystem backup = disk.afterKill();
    open(backup.root()).close();

    try (KeyTable table = open(disk.root())) {
      table.destroy(List.of("doc/1"));
    }
    broken(() -> open(backup.root()), "this is an old copy");
  }

  @Test
  void refusesAnotherTenantsTable() throws IOException {
    tableOf("doc/1").close();
    broken(() -> KeyTable.open(disk.root(), provider, "t-two"), "another tenant's");
  }

  @Test
  void refusesAnEpochOfAnotherTenantBesideItsOwnTenantKey() throws IOException {
    tableOf("doc/1").close();
    CrashFileSystem other = new CrashFileSystem();
    KeyTable.create(other.root(), provider, "t-two").close();
    write(disk.root(), FIRST_EPOCH, other.root().read(FIRST_EPOCH, 1 << 20));
    broken(() -> open(disk.root()), "another tenant's");
  }

  @Test
  void refusesAMissingTable() throws IOException {
    tableOf("doc/1").close();
    disk.root().delete(FIRST_EPOCH);
    broken(() -> open(disk.root()), "missing");
  }

  @Test
  void refusesAMissingOrCutTenantKey() throws IOException {
    tableOf("doc/1").close();
    byte[] tenant = disk.root().read("tenant", 4096);
    write(disk.root(), "tenant", java.util.Arrays.copyOf(tenant, 30));
    broken(() -> open(disk.root()), "tenant key");
    disk.root().delete("tenant");
    broken(() -> open(disk.root()), "tenant key");
  }

  @Test
  void refusesAMasterKeyThatIsGone() throws IOException {
    tableOf("doc/1").close();
    provider.keys().clear();
    fails(() -> open(disk.root()), ProblemCode.KEYS_MISSING, "was destroyed");
  }

  @Test
  void refusesAFormatOfANewerVersion() throws IOException {
    tableOf("doc/1").close();
    byte[] bytes = disk.root().read(FIRST_EPOCH, 1 << 20);
    bytes[7] = 2;
    write(disk.root(), FIRST_EPOCH, bytes);
    assertThatThrownBy(() -> open(disk.root()))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.FORMAT_TOO_NEW));
  }

  @Test
  void ignoresFilesThatAreNoEpochs() throws IOException {
    tableOf("doc/1").close();
    write(disk.root(), "epoch-backup", new byte[10]);
    open(disk.root()).close();
    assertThat(disk.root().exists("epoch-backup")).isTrue();
  }

  @Test
  void aForgedOlderEpochCannotDestroyAnothersMasterKey() throws IOException {
    tableOf("doc/1").close();
    String victim = provider.create();
    KeyHeader forged = new KeyHeader(0, victim, new byte[64]);
    write(disk.root(), "epoch-000000000000", forged.encode());
    broken(() -> open(disk.root()), "does not open");
    assertThat(provider.keys()).containsKey(victim);
  }

  @Test
  void finishesADestructionThatTheKeyProviderRefused() throws IOException {
    try (KeyTable table = tableOf("doc/1", "doc/2")) {
      CrashFileSystem backup = disk.afterKill();
      provider.refuseToDestroy(1);
      assertThatThrownBy(() -> table.destroy(List.of("doc/1"))).isInstanceOf(IOException.class);
      open(backup.afterKill().root()).close();

      table.destroy(List.of("doc/1"));
      broken(() -> open(backup.afterKill().root()), "this is an old copy");
    }
  }

  @Test
  void finishesADestructionAtTheNextOpening() throws IOException {
    KeyTable table = tableOf("doc/1", "doc/2");
    CrashFileSystem backup = disk.afterKill();
    provider.refuseToDestroy(1);
    assertThatThrownBy(() -> table.destroy(List.of("doc/1"))).isInstanceOf(IOException.class);

    open(disk.afterKill().root()).close();
    broken(() -> open(backup.root()), "this is an old copy");
  }

  @Test
  void afterAFailureRefusesEverythingUntilOpenedAnew() throws IOException {
    KeyTable table = tableOf("doc/1");
    table.put("doc/2", SecretBytes.random());
    disk.failAt(2);
    assertThatThrownBy(table::force).isInstanceOf(IOException.class);
    assertThatThrownBy(table::force).isInstanceOf(IOException.class).hasMessageContaining("anew");
    assertThatThrownBy(() -> table.put("doc/3", SecretBytes.random()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> table.destroy(List.of("doc/1"))).isInstanceOf(IOException.class);
    try (KeyTable again = open(disk.withDurableOnly().root())) {
      assertThat(again.contains("doc/1")).isTrue();
    }
  }

  @Test
  void keepsManyKeysOverManyFrames() throws IOException {
    try (KeyTable table = KeyTable.create(disk.root(), provider, SPACE)) {
      for (int i = 0; i < 3000; i++) {
        table.put("doc/" + i, SecretBytes.random());
      }
      table.force();
      table.destroy(List.of("doc/7"));
    }
    try (KeyTable table = open(disk.root())) {
      assertThat(table.names("doc/")).hasSize(2999);
      assertThat(table.find("doc/2999")).isPresent();
    }
  }

  private KeyTable tableOf(String... names) throws IOException {
    KeyTable table = KeyTable.create(disk.root(), provider, SPACE);
    for (String name : names) {
      table.put(name, SecretBytes.random());
    }
    table.force();
    return table;
  }

  private KeyTable open(DurableDirectory files) throws IOException {
    return KeyTable.open(files, provider, SPACE);
  }

  static void write(DurableDirectory files, String name, byte[] bytes) throws IOException {
    files.delete(name);
    try (DurableFile file = files.create(name)) {
      file.write(ByteBuffer.wrap(bytes), 0);
    }
  }

  static void broken(ThrowingCallable call, String why) {
    fails(call, ProblemCode.INTEGRITY_BROKEN, why);
  }

  private static void fails(ThrowingCallable call, ProblemCode code, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FrostbyteException.class, e -> assertThat(e.problem().code()).isEqualTo(code))
        .hasMessageContaining(why);
  }
}
