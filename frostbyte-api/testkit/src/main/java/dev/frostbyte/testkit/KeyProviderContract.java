package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeyProvider} must do. Extend it in a test class and name the provider; the
 * tests are inherited. One thread.
 */
public abstract class KeyProviderContract {
  private static final SealContext CONTEXT = SealContext.of("contract", "one");
  private static final SealContext OTHER = SealContext.of("contract", "two");

  /** For subclasses. */
  protected KeyProviderContract() {}

  /**
   * Opens the provider under test. Every call within one test opens the same keys anew, as after a
   * start of the process.
   */
  protected abstract KeyProvider open() throws IOException;

  @Test
  void opensWhatItWrapped() throws IOException {
    try (KeyProvider keys = open()) {
      String master = keys.create();
      for (int length : new int[] {1, SecretBytes.KEY_BYTES, 64}) {
        byte[] secret = secret(length);
        assertThat(unwrapped(keys, master, wrap(keys, master, secret), CONTEXT)).contains(secret);
      }
    }
  }

  @Test
  void givesEveryMasterItsOwnNameOfTheShape() throws IOException {
    Set<String> names = new HashSet<>();
    try (KeyProvider keys = open()) {
      for (int i = 0; i < 20; i++) {
        String name = keys.create();
        assertThat(name).matches("[a-z0-9-]{1,64}");
        assertThat(names.add(name)).isTrue();
      }
    }
  }

  @Test
  void stillOpensItWhenOpenedAnew() throws IOException {
    byte[] secret = secret(SecretBytes.KEY_BYTES);
    String master;
    byte[] wrapped;
    try (KeyProvider keys = open()) {
      master = keys.create();
      wrapped = wrap(keys, master, secret);
    }
    try (KeyProvider keys = open()) {
      assertThat(unwrapped(keys, master, wrapped, CONTEXT)).contains(secret);
    }
  }

  @Test
  void aSecondOpeningSeesWhatTheFirstMadeAndDestroyed() throws IOException {
    try (KeyProvider first = open();
        KeyProvider second = open()) {
      String master = first.create();
      byte[] wrapped = wrap(second, master, secret(SecretBytes.KEY_BYTES));
      first.destroy(master);
      assertThat(unwrapped(second, master, wrapped, CONTEXT)).isEmpty();
    }
  }

  @Test
  void opensInNoOtherContextAndUnderNoOtherMaster() throws IOException {
    try (KeyProvider keys = open()) {
      String master = keys.create();
      String other = keys.create();
      byte[] wrapped = wrap(keys, master, secret(SecretBytes.KEY_BYTES));
      refuses(keys, master, wrapped, OTHER);
      refuses(keys, other, wrapped, CONTEXT);
    }
  }

  @Test
  void refusesEveryFlippedByteAndEveryCut() throws IOException {
    try (KeyProvider keys = open()) {
      String master = keys.create();
      byte[] wrapped = wrap(keys, master, secret(SecretBytes.KEY_BYTES));
      for (int at = 0; at < wrapped.length; at++) {
        byte[] changed = wrapped.clone();
        changed[at] ^= 1;
        refuses(keys, master, changed, CONTEXT);
        refuses(keys, master, Arrays.copyOf(wrapped, at), CONTEXT);
      }
      refuses(keys, master, Arrays.copyOf(wrapped, wrapped.length + 1), CONTEXT);
    }
  }

  @Test
  void wrapsTheSameKeyNeverToTheSameBytes() throws IOException {
    try (KeyProvider keys = open()) {
      String master = keys.create();
      byte[] secret = secret(SecretBytes.KEY_BYTES);
      assertThat(wrap(keys, master, secret)).isNotEqualTo(wrap(keys, master, secret));
    }
  }

  @Test
  void showsTheKeyNeitherWrappedNorInNames() throws IOException {
    byte[] secret = secret(SecretBytes.KEY_BYTES);
    String hex = HexFormat.of().formatHex(secret);
    try (KeyProvider keys = open()) {
      String master = keys.create();
      assertThat(HexFormat.of().formatHex(wrap(keys, master, secret))).doesNotContain(hex);
      assertThat(keys.toString()).doesNotContain(hex);
    }
  }

  @Test
  void aDestroyedMasterOpensNothingAndTheOthersGoOn() throws IOException {
    byte[] secret = secret(SecretBytes.KEY_BYTES);
    try (KeyProvider keys = open()) {
      String gone = keys.create();
      String kept = keys.create();
      byte[] lost = wrap(keys, gone, secret);
      byte[] whole = wrap(keys, kept, secret);
      keys.destroy(gone);
      keys.destroy(gone);
      keys.destroy("m-that-never-was");
      assertThat(unwrapped(keys, gone, lost, CONTEXT)).isEmpty();
      assertThat(unwrapped(keys, kept, whole, CONTEXT)).contains(secret);
      assertThatThrownBy(() -> wrap(keys, gone, secret)).isInstanceOf(FrostbyteException.class);
    }
    try (KeyProvider keys = open()) {
      assertThat(keys.create()).isNotBlank();
    }
  }

  @Test
  void refusesHostileLimits() throws IOException {
    try (KeyProvider keys = open()) {
      String master = keys.create();
      for (String name : List.of("", "never-was", "../" + master, "a".repeat(100_000), "\u0000")) {
        assertThat(unwrapped(keys, name, new byte[64], CONTEXT)).isEmpty();
        keys.destroy(name);
      }
      for (int length : new int[] {0, 1, 1 << 20}) {
        refuses(keys, master, new byte[length], CONTEXT);
      }
      byte[] secret = secret(SecretBytes.KEY_BYTES);
      assertThat(unwrapped(keys, master, wrap(keys, master, secret), CONTEXT)).contains(secret);
    }
  }

  @Test
  void servesSeveralThreads() throws Exception {
    try (KeyProvider keys = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        answers.add(threads.submit(() -> makesUsesAndDestroys(keys)));
      }
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  @Test
  void closesTwice() throws IOException {
    KeyProvider keys = open();
    String master = keys.create();
    keys.close();
    keys.close();
    try (KeyProvider again = open()) {
      assertThat(wrap(again, master, secret(SecretBytes.KEY_BYTES))).isNotEmpty();
    }
  }

  private static boolean makesUsesAndDestroys(KeyProvider keys) throws IOException {
    String kept = keys.create();
    String gone = keys.create();
    byte[] secret = secret(SecretBytes.KEY_BYTES);
    byte[] wrapped = wrap(keys, kept, secret);
    keys.destroy(gone);
    return Arrays.equals(unwrapped(keys, kept, wrapped, CONTEXT).orElseThrow(), secret);
  }

  private static byte[] secret(int length) {
    byte[] secret =
        "The quick brown fox jumps over the lazy dog and over the moon again."
            .getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(secret, length);
  }

  private static byte[] wrap(KeyProvider keys, String master, byte[] secret) throws IOException {
    try (SecretBytes key = SecretBytes.copyOf(secret)) {
      return keys.wrap(master, key, CONTEXT);
    }
  }

  private static Optional<byte[]> unwrapped(
      KeyProvider keys, String master, byte[] wrapped, SealContext context) throws IOException {
    Optional<SecretBytes> key = keys.unwrap(master, wrapped, context);
    Optional<byte[]> bytes = key.map(SecretBytes::reveal);
    key.ifPresent(SecretBytes::close);
    return bytes;
  }

  private static void refuses(
      KeyProvider keys, String master, byte[] wrapped, SealContext context) {
    assertThatThrownBy(() -> keys.unwrap(master, wrapped, context))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageNotContaining("fox");
  }
}
