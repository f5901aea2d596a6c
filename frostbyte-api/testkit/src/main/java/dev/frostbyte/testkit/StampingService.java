package dev.frostbyte.testkit;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;

/**
 * A time stamping service (RFC 3161) with a certificate it signed itself, of the JDK's means alone.
 * It says any time it is told to. Immutable.
 */
final class StampingService {
  private static final byte[] SHA_256 = Der.sequence(Der.oid("2.16.840.1.101.3.4.2.1"));
  private static final byte[] ECDSA = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
  private static final byte[] INFO = Der.oid("1.2.840.113549.1.9.16.1.4");
  private static final byte[] SIGNED_DATA = Der.oid("1.2.840.113549.1.7.2");
  private static final byte[] POLICY = Der.oid("1.2.3.4");
  private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
  private static final String MAIL = "1.3.6.1.5.5.7.3.4";
  private static final int SERIAL = 7;

  private final KeyPair pair = pair();
  private final byte[] name;
  private final byte[] certificate;

  private StampingService(String name, String purpose) {
    this.name = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(name))));
    this.certificate = certificate(purpose);
  }

  static StampingService named(String name) {
    return new StampingService(name, TIME_STAMPING);
  }

  /** One whose certificate is for something else. */
  static StampingService forMail(String name) {
    return new StampingService(name, MAIL);
  }

  /** DER of its certificate, valid from 2020 to 2049. */
  byte[] certificate() {
    return certificate.clone();
  }

  /**
   * Grants a request.
   *
   * @param time {@code YYYYMMDDhhmmssZ}
   */
  byte[] answer(byte[] request, String time) {
    return response(0, token(info(Der.parts(request), time)));
  }

  /** Refuses, though with a token. */
  byte[] rejection(byte[] request, String time) {
    return response(2, token(info(Der.parts(request), time)));
  }

  private static byte[] response(long status, byte[] token) {
    return Der.sequence(Der.sequence(Der.integer(status)), token);
  }

  /** What is signed: TSTInfo with imprint and nonce of the request. */
  private static byte[] info(List<byte[]> request, String time) {
    byte[] nonce = request.get(2);
    return Der.sequence(
        Der.integer(1), POLICY, request.get(1), Der.integer(SERIAL), Der.time(time), nonce);
  }

  /** CMS SignedData, RFC 5652 section 5. */
  private byte[] token(byte[] info) {
    byte[] content = Der.sequence(INFO, Der.tagged(0, Der.octets(info)));
    byte[] certificates = Der.implicit(0, Der.set(certificate));
    byte[] signed =
        Der.sequence(
            Der.integer(3), Der.set(SHA_256), content, certificates, Der.set(signer(info)));
    return Der.sequence(SIGNED_DATA, Der.tagged(0, signed));
  }

  private byte[] signer(byte[] info) {
    byte[] attributes = attributes(info);
    return Der.sequence(
        Der.integer(1),
        Der.sequence(name, Der.integer(SERIAL)),
        SHA_256,
        Der.implicit(0, attributes),
        ECDSA,
        Der.octets(sign(attributes)));
  }

  /** Kind of content, its hash, and the certificate (RFC 5035 section 3). */
  private byte[] attributes(byte[] info) {
    byte[] named = Der.sequence(Der.octets(sha256(certificate)));
    return Der.set(
        attribute("1.2.840.113549.1.9.3", INFO),
        attribute("1.2.840.113549.1.9.4", Der.octets(sha256(info))),
        attribute("1.2.840.113549.1.9.16.2.47", Der.sequence(Der.sequence(named))));
  }

  private static byte[] attribute(String kind, byte[] value) {
    return Der.sequence(Der.oid(kind), Der.set(value));
  }

  /** RFC 5280; the purpose is critical, RFC 3161 section 2.3. */
  private byte[] certificate(String purpose) {
    byte[] extension =
        Der.sequence(Der.oid("2.5.29.37"), Der.yes(), Der.octets(Der.sequence(Der.oid(purpose))));
    byte[] signed =
        Der.sequence(
            Der.tagged(0, Der.integer(2)),
            Der.integer(SERIAL),
            ECDSA,
            name,
            Der.sequence(Der.utcTime("200101000000Z"), Der.utcTime("491231235959Z")),
            name,
            pair.getPublic().getEncoded(),
            Der.tagged(3, Der.sequence(extension)));
    return Der.sequence(signed, ECDSA, Der.bits(sign(signed)));
  }

  private byte[] sign(byte[] message) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(pair.getPrivate());
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    return NoteKey.sha256().digest(bytes);
  }

  /**
   * Whether a request asks for a stamp over the SHA-256 of these bytes, and for the certificate.
   */
  static boolean isAskedFor(byte[] request, byte[] text) {
    List<byte[]> parts = Der.parts(request);
    byte[] imprint = Der.parts(parts.get(1)).get(1);
    return Arrays.equals(imprint, Der.octets(sha256(text)))
        && Arrays.equals(parts.getLast(), Der.yes());
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has P-256", e);
    }
  }
}
