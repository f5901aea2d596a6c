package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the key file holds: older keys, the second signature, and nothing that was changed. */
final class SigningKeysTest extends RotationCase {
  @Test
  void afterTheOldSeedIsDestroyedALogThatStillNeedsItDoesNotOpenAndOthersDo() throws IOException {
    begin();
    rotate();
    byte[] before = disk.root().directory("keys").read("signing-key", 1 << 16);
    try (FileAuditProvider provider = provider(PLAIN)) {
      provider.retire();
      refuses(ProblemCode.KEYS_MISSING, () -> open(provider));
    }
    disk.root().directory("keys").replace("signing-key", before);
    try (FileAuditProvider provider = provider(PLAIN)) {
      refuses(ProblemCode.KEYS_MISSING, () -> open(provider));
      try (AuditLog other = provider.open(disk.root().directory("other"), "tenants/b")) {
        assertThat(other.seal().size()).isEqualTo(1);
      }
    }
  }

  @Test
  void anOlderKeyFilePutBackDoesNotOpenALogThatWasHandedOver() throws IOException {
    begin();
    byte[] old = disk.root().directory("keys").read("signing-key", 1 << 16);
    rotate();
    try (FileAuditProvider provider = provider(PLAIN)) {
      open(provider).close();
    }
    disk.root().directory("keys").replace("signing-key", old);
    try (FileAuditProvider provider = provider(PLAIN)) {
      refuses(ProblemCode.INTEGRITY_BROKEN, () -> open(provider));
    }
  }

  @Test
  void theSecondSignatureCoversTheRootAndIsTheSameEachTime() throws IOException {
    try (FileAuditProvider provider = provider(BOTH);
        AuditLog log = open(provider)) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
      Checkpoint sealed = log.seal();
      SignedRoot root = parse(sealed);
      CosignerKey second = CosignerKey.parse(provider.cosignerKey().orElseThrow()).orElseThrow();
      assertThat(root.signatures()).hasSize(2);
      assertThat(second.name()).isEqualTo(DEPLOYMENT);
      assertThat(second.signedAt(RootText.of(sealed), root.signatures().getLast().signature()))
          .contains(0L);
    }
    try (FileAuditProvider provider = provider(BOTH);
        AuditLog log = open(provider)) {
      assertThat(parse(log.seal()).signatures()).hasSize(2);
      assertThat(log.verify().breaks()).isEmpty();
    }
  }

  @Test
  void theSecondSignatureIsSwitchedOnLaterAndItsKeyStaysTheSameUntilTheChange() throws IOException {
    begin();
    String second;
    try (FileAuditProvider provider = provider(BOTH)) {
      second = provider.cosignerKey().orElseThrow();
      assertThat(provider.verifierKeys()).hasSize(1);
    }
    try (FileAuditProvider provider = provider(BOTH)) {
      assertThat(provider.cosignerKey()).contains(second);
      provider.rotate();
      assertThat(provider.cosignerKey()).isPresent().isNotEqualTo(second);
      try (AuditLog log = open(provider)) {
        AuditEntry last = TestLog.entries(log).getLast();
        String next = provider.cosignerKey().orElseThrow();
        assertThat(last.event().data())
            .containsEntry(
                "newcosignerkeyhash",
                dev.frostbyte.api.model.ContentHash.of(next.getBytes(StandardCharsets.US_ASCII))
                    .hex());
      }
    }
    try (FileAuditProvider provider = provider(PLAIN)) {
      assertThat(provider.cosignerKey()).isEmpty();
    }
  }

  @Test
  void noByteOfAKeyFileWithSeveralKeysCanBeChanged() throws IOException {
    begin();
    rotate();
    rotate();
    byte[] stored = disk.root().directory("keys").read("signing-key", 1 << 16);
    KeyChain good = new KeyFile(disk.root().directory("keys"), keys, DEPLOYMENT).open(false);
    for (int at = 0; at < stored.length; at++) {
      byte[] changed = stored.clone();
      changed[at] ^= 1;
      disk.root().directory("keys").replace("signing-key", changed);
      assertThat(opensOtherKeys(good)).as("byte " + at).isFalse();
    }
    for (int length = 0; length < stored.length; length++) {
      disk.root().directory("keys").replace("signing-key", Arrays.copyOf(stored, length));
      refuses(
          ProblemCode.INTEGRITY_BROKEN,
          () -> new KeyFile(disk.root().directory("keys"), keys, DEPLOYMENT).open(false));
    }
  }

  /** Whether the file opens and gives other keys, or gives an older seed that is not its own. */
  private boolean opensOtherKeys(KeyChain good) throws IOException {
    try {
      KeyFile file = new KeyFile(disk.root().directory("keys"), keys, DEPLOYMENT);
      KeyChain read = file.open(false);
      boolean same = read.keys().equals(good.keys());
      for (int number = 0; number < 2; number++) {
        file.older(number, false).close();
        same = false;
      }
      return !same && !read.keys().equals(good.keys());
    } catch (FrostbyteException refused) {
      return false;
    }
  }
}
