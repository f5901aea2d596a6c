package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.SignedRoot.Trust;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signed notes, verifier keys and the file the signing key lies in. */
final class SignedRootTest {
  private static final String DEPLOYMENT = "example.com/frostbyte";
  private static final String ORIGIN = DEPLOYMENT + "/tenants/a";
  private static final String DER_PREFIX = "302a300506032b6570032100";

  private final SigningKey key = SigningKey.of(DEPLOYMENT, SecretBytes.random());
  private final byte[] root = new Sha256().of("root");

  @Test
  void readsItsOwnNotesAndTheirKeySaysSo() throws IOException {
    Checkpoint sealed = SignedRoot.sign(ORIGIN, 12, root, key);
    SignedRoot read = parse(sealed.note());
    assertThat(read.checkpoint()).isEqualTo(sealed);
    assertThat(read.trust(key.verifier())).isEqualTo(Trust.VERIFIED);
    assertThat(SignedRoot.sign(ORIGIN, 12, root, key)).isEqualTo(sealed);
  }

  @Test
  void theJdkVerifiesTheSignatureToo() throws IOException, GeneralSecurityException {
    Checkpoint sealed = SignedRoot.sign(ORIGIN, 12, root, key);
    byte[] der =
        HexFormat.of().parseHex(DER_PREFIX + HexFormat.of().formatHex(key.verifier().publicKey()));
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    String text = sealed.note().substring(0, sealed.note().indexOf("\n\n") + 1);
    ed25519.update(text.getBytes(StandardCharsets.UTF_8));
    assertThat(ed25519.verify(parse(sealed.note()).signatures().getFirst().signature())).isTrue();
  }

  @Test
  void readsTheVerifierKeyAndNoteOfTheSpecificationAuthors() {
    String vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    VerifierKey peter = VerifierKey.parse(vkey).orElseThrow();
    assertThat(peter.name()).isEqualTo("PeterNeumann");
    assertThat(peter.encoded()).isEqualTo(vkey);
    String text =
        "If you think cryptography is the answer to your problem,\n"
            + "then you don't know what your problem is.\n";
    byte[] signature =
        StrictBase64.decode(
                "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=")
            .orElseThrow();
    byte[] bare = Arrays.copyOfRange(signature, 4, signature.length);
    assertThat(peter.verifies(text.getBytes(StandardCharsets.UTF_8), bare)).isTrue();
    assertThat(peter.verifies(text.trim().getBytes(StandardCharsets.UTF_8), bare)).isFalse();
  }

  @Test
  void refusesVerifierKeysThatAreNotSpelledRightly() {
    String good = key.verifier().encoded();
    assertThat(VerifierKey.parse(good)).contains(key.verifier());
    for (String bad :
        List.of(
            "",
            good + "=",
            good.replaceFirst("\\+[0-9a-f]", "+x"),
            good.replace("example", "elsewhere"),
            good.replaceAll("\\+A.", "+AA"),
            "a b+00000000+" + "A".repeat(44))) {
      assertThat(VerifierKey.parse(bad)).as(bad).isEmpty();
    }
  }

  @Test
  void refusesNotesThatAreSpelledInAnotherWay() throws IOException {
    String note = SignedRoot.sign(ORIGIN, 12, root, key).note();
    for (String other :
        List.of(
            note.strip(),
            note + "\n",
            note.replace("\n12\n", "\n012\n"),
            note.replace("\n12\n", "\n-1\n"),
            note.replace("\n12\n", "\n9999999999999999999\n"),
            note.replace("=\n\n", "=\nextension\n\n"),
            note.replace("\u2014", "-"),
            note.replace("\n", "\r\n"),
            note.replace("\n\n", "\n"),
            note + note.lines().skip(4).findFirst().orElseThrow().repeat(600))) {
      assertThat(other).isNotEqualTo(note);
      assertThat(SignedRoot.parse(other.getBytes(StandardCharsets.UTF_8))).as(other).isEmpty();
    }
    assertThat(SignedRoot.parse(new byte[] {(byte) 0xc3, 0x28})).isEmpty();
  }

  @Test
  void ignoresSignaturesOfUnknownKeysAndFailsOnAWrongOneOfItsOwn() throws IOException {
    SigningKey stranger = SigningKey.of("stranger", SecretBytes.random());
    String note = SignedRoot.sign(ORIGIN, 12, root, key).note();
    String foreign = SignedRoot.sign(ORIGIN, 12, root, stranger).note();
    String both = note + line(foreign);
    assertThat(parse(both).trust(key.verifier())).isEqualTo(Trust.VERIFIED);
    assertThat(parse(both).trust(stranger.verifier())).isEqualTo(Trust.VERIFIED);
    assertThat(parse(foreign).trust(key.verifier())).isEqualTo(Trust.NOT_SIGNED);
    String moved = note + line(SignedRoot.sign(ORIGIN, 13, root, key).note());
    assertThat(parse(moved).trust(key.verifier())).isEqualTo(Trust.BROKEN);
    assertThat(SignedRoot.parse((note + line(note).repeat(16)).getBytes(StandardCharsets.UTF_8)))
        .isEmpty();
  }

  @Test
  void base64HasOneSpelling() {
    assertThat(StrictBase64.decode("AA==")).isPresent();
    for (String other : List.of("AB==", "AA", "AA=", "AA==\n", " AA==", "A===", "-_==")) {
      assertThat(StrictBase64.decode(other)).as(other).isEmpty();
    }
  }

  @Test
  void theSigningKeyNeverLiesOpenOnDiskAndStaysTheSame() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    MemoryKeys keys = new MemoryKeys();
    KeyChain made = new KeyFile(disk.root(), keys, DEPLOYMENT).open(false);
    byte[] stored = disk.withDurableOnly().root().read("signing-key", 1 << 16);
    assertThat(keys.lastWrapped()).hasSize(64);
    assertThat(HexFormat.of().formatHex(stored)).doesNotContain(keys.lastWrapped());
    assertThat(new KeyFile(disk.root(), keys, DEPLOYMENT).open(false).keys())
        .isEqualTo(made.keys());
  }

  @Test
  void aSigningKeyOfAnotherDeploymentOrWithoutItsMasterKeyDoesNotOpen() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    MemoryKeys keys = new MemoryKeys();
    new KeyFile(disk.root(), keys, DEPLOYMENT).open(false).close();
    refuses(disk, keys, "example.com/other", ProblemCode.INTEGRITY_BROKEN);
    refuses(disk, new MemoryKeys(), DEPLOYMENT, ProblemCode.KEYS_MISSING);
  }

  @Test
  void aChangedSigningKeyFileDoesNotOpen() throws IOException {
    CrashFileSystem disk = new CrashFileSystem();
    MemoryKeys keys = new MemoryKeys();
    new KeyFile(disk.root(), keys, DEPLOYMENT).open(false).close();
    byte[] stored = disk.root().read("signing-key", 1 << 16);
    for (int at = 0; at < stored.length; at++) {
      byte[] changed = stored.clone();
      changed[at] ^= 1;
      disk.root().replace("signing-key", changed);
      assertThatExceptionOfType(FrostbyteException.class)
          .as("byte " + at)
          .isThrownBy(() -> new KeyFile(disk.root(), keys, DEPLOYMENT).open(false));
    }
    for (int length = 0; length < stored.length; length++) {
      disk.root().replace("signing-key", Arrays.copyOf(stored, length));
      refuses(disk, keys, DEPLOYMENT, ProblemCode.INTEGRITY_BROKEN);
    }
    stored[7] = 3;
    disk.root().replace("signing-key", stored);
    refuses(disk, keys, DEPLOYMENT, ProblemCode.FORMAT_TOO_NEW);
  }

  @Test
  void refusesDeploymentNamesThatNoNoteCanCarry() {
    for (String name : List.of("", "A", "a b", "a+b", "/a", "a".repeat(101))) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(
              () -> FileAuditProvider.open(new CrashFileSystem().root(), new MemoryKeys(), name));
    }
  }

  private static void refuses(
      CrashFileSystem disk, MemoryKeys keys, String deployment, ProblemCode code) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> new KeyFile(disk.root(), keys, deployment).open(false))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private static SignedRoot parse(String note) {
    return SignedRoot.parse(note.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static String line(String note) {
    return note.lines().skip(4).findFirst().orElseThrow() + "\n";
  }
}
