package dev.frostbyte.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The two kinds of cosignature of C2SP tlog-cosignature. Both sign deterministically. */
enum Cosigning {
  /** Type 0x04: Ed25519 over {@code cosignature/v1}, the time and the text of the note. */
  ED25519(4, Ed25519.PUBLIC_KEY_SIZE, Ed25519.SIGNATURE_SIZE) {
    @Override
    byte[] message(String cosigner, Statement said) {
      String head = "cosignature/v1\ntime " + said.seconds() + "\n";
      return (head + said.root().text()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    byte[] publicKey(byte[] seed) {
      byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
      Ed25519.generatePublicKey(seed, 0, key, 0);
      return key;
    }

    @Override
    byte[] sign(byte[] seed, byte[] message) {
      byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
      Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
      return signature;
    }

    @Override
    boolean verifies(byte[] key, byte[] message, byte[] signature) {
      return Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }
  },
  /** Type 0x06: ML-DSA-44 (FIPS 204, empty context) over a {@code cosigned_message}. */
  ML_DSA_44(6, 1312, 2420) {
    @Override
    byte[] message(String cosigner, Statement said) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.writeBytes("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
      opaque(out, cosigner);
      out.writeBytes(u64(said.seconds()));
      opaque(out, said.root().origin());
      out.writeBytes(u64(0));
      out.writeBytes(u64(said.root().size()));
      out.writeBytes(said.root().hash());
      return out.toByteArray();
    }

    @Override
    byte[] publicKey(byte[] seed) {
      return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed).getPublicKey();
    }

    @Override
    byte[] sign(byte[] seed, byte[] message) {
      MLDSAPrivateKeyParameters key =
          new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
      MLDSASigner signer = new MLDSASigner();
      signer.init(true, key);
      signer.update(message, 0, message.length);
      try {
        return signer.generateSignature();
      } catch (CryptoException e) {
        throw new IllegalStateException("ML-DSA-44 did not sign; this is a bug", e);
      } finally {
        key.destroy();
      }
    }

    @Override
    boolean verifies(byte[] key, byte[] message, byte[] signature) {
      MLDSASigner signer = new MLDSASigner();
      signer.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key));
      signer.update(message, 0, message.length);
      return signer.verifySignature(signature);
    }
  };

  private final byte type;
  private final int keyBytes;
  private final int signatureBytes;

  Cosigning(int type, int keyBytes, int signatureBytes) {
    this.type = (byte) type;
    this.keyBytes = keyBytes;
    this.signatureBytes = signatureBytes;
  }

  /** The kind of a key; empty when it is no cosigner's. */
  static Optional<Cosigning> of(Vkey key) {
    return Arrays.stream(values())
        .filter(kind -> kind.type == key.type() && kind.keyBytes == key.key().length)
        .findFirst();
  }

  /** Signature type identifier byte. */
  byte type() {
    return type;
  }

  /** Length of a signature without its time. */
  int signatureBytes() {
    return signatureBytes;
  }

  abstract byte[] message(String cosigner, Statement said);

  /** The public key of a seed of 32 bytes. */
  abstract byte[] publicKey(byte[] seed);

  abstract byte[] sign(byte[] seed, byte[] message);

  abstract boolean verifies(byte[] key, byte[] message, byte[] signature);

  private static void opaque(ByteArrayOutputStream out, String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] u64(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  /**
   * What a cosigner says.
   *
   * @param root the checkpoint
   * @param seconds POSIX time; 0 from a log about its own root, which says nothing of time
   */
  record Statement(RootText root, long seconds) {}
}
