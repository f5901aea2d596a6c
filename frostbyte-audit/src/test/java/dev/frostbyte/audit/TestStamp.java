package dev.frostbyte.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** RFC 3161 responses without a signature, in the layout of RFC 3161 and RFC 5652. Stateless. */
final class TestStamp {
  static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

  private TestStamp() {}

  static byte[] of(byte[] hash) throws IOException {
    return of(hash, SHA_256, 0);
  }

  static byte[] of(byte[] hash, String algorithm, int status) throws IOException {
    DERSequence imprint =
        sequence(sequence(oid(algorithm), DERNull.INSTANCE), new DEROctetString(hash));
    DERSequence info =
        sequence(
            number(1),
            oid("1.2.3.4"),
            imprint,
            new ASN1Integer(BigInteger.valueOf(hash[0])),
            new ASN1GeneralizedTime(new Date(1_780_000_000_000L)));
    DERSequence content =
        sequence(
            oid("1.2.840.113549.1.9.16.1.4"),
            new DERTaggedObject(true, 0, new DEROctetString(info.getEncoded())));
    DERSequence signed = sequence(number(3), new DERSet(), content, new DERSet());
    DERSequence token = sequence(oid("1.2.840.113549.1.7.2"), new DERTaggedObject(true, 0, signed));
    return sequence(sequence(number(status)), token).getEncoded("DER");
  }

  private static DERSequence sequence(org.bouncycastle.asn1.ASN1Encodable... parts) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    for (org.bouncycastle.asn1.ASN1Encodable part : parts) {
      all.add(part);
    }
    return new DERSequence(all);
  }

  private static ASN1Integer number(long value) {
    return new ASN1Integer(value);
  }

  private static ASN1ObjectIdentifier oid(String dotted) {
    return new ASN1ObjectIdentifier(dotted);
  }
}
