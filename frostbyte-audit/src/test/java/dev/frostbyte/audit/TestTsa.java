package dev.frostbyte.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertID;
import org.bouncycastle.asn1.ess.SigningCertificate;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time stamping service and the authority that signed its certificate, made for a test. */
final class TestTsa {
  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  private static final X500Name CA = new X500Name("CN=Test Authority");
  private static final X500Name TSA = new X500Name("CN=Test Time Stamping");

  private final KeyPair authorityKey = pair();
  private final KeyPair key = pair();
  private final X509CertificateHolder authority;
  private final X509CertificateHolder certificate;

  /**
   * Makes a service.
   *
   * @param purpose extended key usage of its certificate
   */
  TestTsa(KeyPurposeId purpose) throws Exception {
    authority =
        new JcaX509v3CertificateBuilder(
                CA, BigInteger.ONE, day(-100), day(100), CA, authorityKey.getPublic())
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate()));
    certificate =
        new JcaX509v3CertificateBuilder(CA, BigInteger.TWO, day(-10), day(10), TSA, key.getPublic())
            .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose))
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate()));
  }

  static TestTsa make() throws Exception {
    return new TestTsa(KeyPurposeId.id_kp_timeStamping);
  }

  byte[] authority() throws IOException {
    return authority.getEncoded();
  }

  byte[] certificate() throws IOException {
    return certificate.getEncoded();
  }

  byte[] answer(byte[] request, Instant time) throws Exception {
    return generator()
        .generate(new TimeStampRequest(request), BigInteger.TEN, Date.from(time))
        .getEncoded();
  }

  /** The answer of a service whose certificate says this; BouncyCastle would not make one. */
  byte[] answerAs(byte[] request, boolean critical, KeyPurposeId... purposes) throws Exception {
    JcaX509v3CertificateBuilder odd =
        new JcaX509v3CertificateBuilder(
            CA, BigInteger.TWO, day(-10), day(10), TSA, key.getPublic());
    if (purposes.length > 0) {
      odd.addExtension(Extension.extendedKeyUsage, critical, new ExtendedKeyUsage(purposes));
    }
    ContentSigner ca =
        new JcaContentSignerBuilder("SHA256withECDSA").build(authorityKey.getPrivate());
    X509CertificateHolder holder = odd.build(ca);
    CMSTypedData info =
        new TimeStampResponse(answer(request, NOW))
            .getTimeStampToken()
            .toCMSSignedData()
            .getSignedContent();
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setSignedAttributeGenerator(naming(holder))
            .build("SHA256withECDSA", key.getPrivate(), holder));
    generator.addCertificates(new JcaCertStore(List.of(holder)));
    ContentInfo token = generator.generate(info, true).toASN1Structure();
    return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), token).getEncoded("DER");
  }

  /** The signed attributes of a token: they bind the certificate, RFC 5035. */
  private static DefaultSignedAttributeTableGenerator naming(X509CertificateHolder holder)
      throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-1").digest(holder.getEncoded());
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificate,
            new DERSet(new SigningCertificate(new ESSCertID(hash)))));
    attributes.add(new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(NOW)))));
    return new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
  }

  byte[] rejection() throws Exception {
    return generator().generateFailResponse(2, 1 << 5, "not today").getEncoded();
  }

  private TimeStampResponseGenerator generator() throws Exception {
    SignerInfoGenerator signer =
        new JcaSimpleSignerInfoGeneratorBuilder()
            .build("SHA256withECDSA", key.getPrivate(), certificate);
    DigestCalculator digest =
        new JcaDigestCalculatorProviderBuilder()
            .build()
            .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
    TimeStampTokenGenerator tokens =
        new TimeStampTokenGenerator(signer, digest, new ASN1ObjectIdentifier("1.2.3.4"));
    tokens.addCertificates(new JcaCertStore(List.of(certificate)));
    return new TimeStampResponseGenerator(tokens, Set.copyOf(TSPAlgorithms.ALLOWED));
  }

  private static Date day(int days) {
    return Date.from(NOW.plusSeconds(86_400L * days));
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
