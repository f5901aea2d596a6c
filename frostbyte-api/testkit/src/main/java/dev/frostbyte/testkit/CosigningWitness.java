package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A witness (C2SP tlog-witness, cosignature 0x04) of the JDK's means alone. It remembers what it
 * cosigned last and asserts that every request goes on from there. One thread.
 */
final class CosigningWitness {
  private final KeyPair pair;
  private final NoteKey key;
  private Optional<SignedNote> newest = Optional.empty();

  CosigningWitness(String name) {
    this.pair = pair();
    this.key = NoteKey.of(name, NoteKey.WITNESS, pair.getPublic());
  }

  NoteKey key() {
    return key;
  }

  List<String> verifierKeys() {
    return List.of(key.encoded());
  }

  /** Size of the checkpoint it cosigned last. */
  long size() {
    return newest.map(SignedNote::size).orElse(0L);
  }

  /** Answers a request that must be right, signed by this key of the log. */
  String answer(WitnessAsked request, NoteKey log, long second) {
    SignedNote now = request.checkpoint();
    assertThat(request.oldSize()).isEqualTo(size());
    assertThat(now.isSignedBy(log)).isTrue();
    newest.ifPresent(
        before -> assertThat(TreeGrowth.proves(before, now, request.proof())).isTrue());
    newest = Optional.of(now);
    return lines(now, second);
  }

  /** Its signature line under any checkpoint. */
  String lines(SignedNote checkpoint, long second) {
    byte[] signature = sign(checkpoint.cosigned(second));
    byte[] line =
        ByteBuffer.allocate(12 + signature.length)
            .putInt(key.id())
            .putLong(second)
            .put(signature)
            .array();
    return "\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(line) + "\n";
  }

  private byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair pair() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK since 15 has Ed25519", e);
    }
  }
}
