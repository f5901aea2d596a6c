package dev.frostbyte.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A witness that cosigns whatever it is given (C2SP tlog-cosignature). Immutable. */
final class TestWitness {
  private static final byte ED25519 = 4;
  private static final byte ML_DSA_44 = 6;

  private final String name;
  private final byte type;
  private final byte[] seed;

  private TestWitness(String name, byte type) {
    this.name = name;
    this.type = type;
    this.seed = new Sha256().of(name);
  }

  static TestWitness ed25519(String name) {
    return new TestWitness(name, ED25519);
  }

  static TestWitness mlDsa44(String name) {
    return new TestWitness(name, ML_DSA_44);
  }

  String verifierKey() {
    return name
        + "+"
        + HexFormat.of().toHexDigits(id())
        + "+"
        + StrictBase64.encode(joined(new byte[] {type}, publicKey()));
  }

  /** The note with one more signature line. */
  String cosign(String note, long second) {
    byte[] signature = type == ED25519 ? ed25519(note, second) : mlDsa44(note, second);
    byte[] line =
        ByteBuffer.allocate(12 + signature.length)
            .putInt(id())
            .putLong(second)
            .put(signature)
            .array();
    return note + "\u2014 " + name + " " + StrictBase64.encode(line) + "\n";
  }

  private byte[] ed25519(String note, long second) {
    String text = note.substring(0, note.indexOf("\n\n") + 1);
    byte[] message =
        ("cosignature/v1\ntime " + second + "\n" + text).getBytes(StandardCharsets.UTF_8);
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  private byte[] mlDsa44(String note, long second) {
    String[] lines = note.split("\n");
    ByteBuffer message = ByteBuffer.allocate(12 + 2 + name.length() + lines[0].length() + 24 + 32);
    message.put("subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII));
    message.put((byte) name.length()).put(name.getBytes(StandardCharsets.US_ASCII)).putLong(second);
    message.put((byte) lines[0].length()).put(lines[0].getBytes(StandardCharsets.US_ASCII));
    message.putLong(0).putLong(Long.parseLong(lines[1]));
    message.put(StrictBase64.decode(lines[2]).orElseThrow());
    MLDSASigner signer = new MLDSASigner();
    signer.init(true, privateKey());
    signer.update(message.array(), 0, message.capacity());
    try {
      return signer.generateSignature();
    } catch (CryptoException e) {
      throw new AssertionError(e);
    }
  }

  private MLDSAPrivateKeyParameters privateKey() {
    return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed);
  }

  private byte[] publicKey() {
    if (type == ML_DSA_44) {
      return privateKey().getPublicKey();
    }
    byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, key, 0);
    return key;
  }

  private int id() {
    byte[] text = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] hash = new Sha256().of(joined(text, joined(new byte[] {type}, publicKey())));
    return ByteBuffer.wrap(hash).getInt();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
