package dev.frostbyte.audit;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** RFC 3161 time stamps over the signed text of checkpoints. Stateless. */
final class TimeStamps {
  /** Most bytes of a request. */
  static final int MAX_REQUEST_BYTES = 4096;

  private static final ASN1ObjectIdentifier SHA_256 = NISTObjectIdentifiers.id_sha256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TimeStamps() {}

  /** A request in DER with a nonce of 64 bits that asks for the certificate. */
  static byte[] request(RootText root) throws IOException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    BigInteger nonce = new BigInteger(64, RANDOM);
    return generator.generate(SHA_256, imprint(root), nonce).getEncoded();
  }

  /** Whether these DER bytes ask for a time stamp over this root. */
  static boolean asksFor(byte[] request, RootText root) {
    try {
      TimeStampRequest read = new TimeStampRequest(request);
      return request.length <= MAX_REQUEST_BYTES
          && SHA_256.equals(read.getMessageImprintAlgOID())
          && Arrays.equals(read.getMessageImprintDigest(), imprint(root));
    } catch (IOException | RuntimeException malformed) {
      return false;
    }
  }

  /** Whether this answer is a time stamp over this root; says nothing of who signed it. */
  static boolean isOver(byte[] response, RootText root) {
    try {
      TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
      return token != null
          && SHA_256.equals(token.getTimeStampInfo().getMessageImprintAlgOID())
          && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint(root));
    } catch (IOException | TSPException | RuntimeException malformed) {
      return false;
    }
  }

  /**
   * Checks an answer: granted, over this request (imprint, nonce, policy), the signature, and a
   * signer's certificate that was valid then, is for time stamping alone (critical, RFC 3161
   * section 2.3), and is trusted or signed by a trusted authority.
   *
   * @return when
   */
  static Instant verified(byte[] request, byte[] response, List<byte[]> trusted) {
    try {
      TimeStampResponse answer = granted(response);
      answer.validate(new TimeStampRequest(request));
      TimeStampToken token = answer.getTimeStampToken();
      X509CertificateHolder signer = signer(token);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      require(isTrusted(signer, token, holders(trusted)), "no trusted service signed it");
      return token.getTimeStampInfo().getGenTime().toInstant();
    } catch (FrostbyteException known) {
      throw known;
    } catch (Exception malformed) {
      throw refused("it does not verify (" + malformed.getClass().getSimpleName() + ")");
    }
  }

  private static TimeStampResponse granted(byte[] response) throws IOException, TSPException {
    TimeStampResponse answer = new TimeStampResponse(response);
    require(
        answer.getStatus() == PKIStatus.GRANTED
            || answer.getStatus() == PKIStatus.GRANTED_WITH_MODS,
        "the service did not grant it");
    require(Arrays.equals(answer.getEncoded(), response), "it is not in DER");
    return answer;
  }

  private static byte[] imprint(RootText root) {
    return new Sha256().of(root.bytes());
  }

  @SuppressWarnings("unchecked")
  private static X509CertificateHolder signer(TimeStampToken token) {
    Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
    return found.stream()
        .findFirst()
        .orElseThrow(() -> refused("it does not hold the signer's certificate"));
  }

  private static List<X509CertificateHolder> holders(List<byte[]> trusted) throws IOException {
    List<X509CertificateHolder> holders = new ArrayList<>();
    for (byte[] one : trusted) {
      holders.add(new X509CertificateHolder(one));
    }
    return holders;
  }

  private static boolean isTrusted(
      X509CertificateHolder signer, TimeStampToken token, List<X509CertificateHolder> trusted)
      throws Exception {
    for (X509CertificateHolder one : trusted) {
      boolean valid = one.isValidOn(token.getTimeStampInfo().getGenTime());
      if (one.equals(signer) || (valid && signedBy(signer, one))) {
        return true;
      }
    }
    return false;
  }

  private static boolean signedBy(X509CertificateHolder signer, X509CertificateHolder authority)
      throws OperatorCreationException, CertException, java.security.cert.CertificateException {
    return signer.getIssuer().equals(authority.getSubject())
        && signer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(authority));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw refused(what);
    }
  }

  static FrostbyteException refused(String why) {
    return FrostbyteException.of(
        ProblemCode.EVIDENCE_REFUSED, "The time stamp was refused: " + why + ".");
  }
}
