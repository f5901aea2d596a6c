package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.Cosigning.Statement;
import dev.frostbyte.audit.SignedRoot.Line;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Security;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Notes of all signature types: other people's, and ours written again. */
final class NotesTest {
  private static final String ORIGIN = "example.com/frostbyte/tenants/a";
  private static final long TIME = 1_772_355_600;
  private static final String DER = "308205" + "32300b0609608648016503040311038205" + "2100";

  @Test
  void verifiesThePublicLogsSignatureAndTheWitnesses() throws IOException {
    SignedRoot ct = note("public-0x04.note");
    assertThat(ct.trust(VerifierKey.parse(line("public-0x01.vkey")).orElseThrow()))
        .isEqualTo(Trust.VERIFIED);
    assertThat(cosignedAt(ct, "public-0x04.vkey")).contains(0x6a122120L);
    assertThat(cosignedAt(note("public-0x06.note"), "public-0x06.vkey")).contains(0x6a6fb0f3L);
  }

  @Test
  void aChangedSizeOriginOrRootOrTimeFailsUnderBothKinds() throws IOException {
    for (String kind : List.of("0x04", "0x06")) {
      SignedRoot good = note("public-" + kind + ".note");
      CosignerKey key = CosignerKey.parse(line("public-" + kind + ".vkey")).orElseThrow();
      byte[] signature = of(good, key).signature();
      RootText root = RootText.of(good.checkpoint());
      for (RootText other :
          List.of(
              new RootText(root.origin(), root.size() + 1, root.hash()),
              new RootText(root.origin() + "x", root.size(), root.hash()),
              new RootText(root.origin(), root.size(), new byte[32]))) {
        assertThat(key.signedAt(other, signature)).isEmpty();
      }
      for (int at : List.of(0, 7, 8, signature.length - 1)) {
        byte[] changed = signature.clone();
        changed[at] ^= 1;
        assertThat(key.signedAt(root, changed)).as(kind + " byte " + at).isEmpty();
      }
      assertThat(key.signedAt(root, Arrays.copyOf(signature, signature.length - 1))).isEmpty();
    }
  }

  @Test
  void vkeysOfEveryTypeAreReadBackAsTheyWere() throws IOException {
    for (String file : List.of("public-0x04.vkey", "public-0x06.vkey")) {
      assertThat(CosignerKey.parse(line(file)).orElseThrow().encoded()).isEqualTo(line(file));
      assertThat(VerifierKey.parse(line(file))).isEmpty();
    }
    String log = line("public-0x01.vkey");
    assertThat(VerifierKey.parse(log).orElseThrow().encoded()).isEqualTo(log);
    assertThat(CosignerKey.parse(log)).isEmpty();
  }

  @Test
  void writesOurNotesAgainByteForByte() throws IOException {
    for (Map.Entry<String, String> file : ours().entrySet()) {
      assertThat(text(file.getKey())).as(file.getKey()).isEqualTo(file.getValue());
    }
  }

  @Test
  void theJdkVerifiesOurMlDsaSignatureWhereItKnowsTheAlgorithm()
      throws IOException, GeneralSecurityException {
    assumeTrue(
        Security.getAlgorithms("Signature").contains("ML-DSA"),
        "this JDK has no ML-DSA; 24 and newer have");
    CosignerKey key = CosignerKey.parse(line("ours-0x06.vkey")).orElseThrow();
    SignedRoot root = note("ours-0x01-0x06.note");
    String der = DER + HexFormat.of().formatHex(key.publicKey());
    Signature signature = Signature.getInstance("ML-DSA");
    signature.initVerify(
        KeyFactory.getInstance("ML-DSA")
            .generatePublic(new X509EncodedKeySpec(HexFormat.of().parseHex(der))));
    Statement said = new Statement(RootText.of(root.checkpoint()), 0);
    signature.update(key.kind().message(key.name(), said));
    byte[] timestamped = of(root, key).signature();
    assertThat(signature.verify(Arrays.copyOfRange(timestamped, 8, timestamped.length))).isTrue();
  }

  /** Our files by name. */
  static Map<String, String> ours() throws IOException {
    SigningKey log = SigningKey.of("example.com/frostbyte", seed("notes log"));
    Cosigner second = cosigner("example.com/frostbyte", Cosigning.ML_DSA_44, "notes log second");
    Cosigner old = cosigner("witness.example.com/w1", Cosigning.ED25519, "notes witness 0x04");
    Cosigner young = cosigner("witness.example.com/w1", Cosigning.ML_DSA_44, "notes witness 0x06");
    byte[] hash = new Sha256().of("notes root");
    Checkpoint sealed =
        SignedRoot.sign(ORIGIN, 70_123, hash, new RootSigner(log, Optional.of(second)));
    RootText root = RootText.of(sealed);
    List<Line> lines = List.of(old.cosign(root, TIME), young.cosign(root, TIME));
    SignedRoot cosigned =
        SignedRoot.parse(sealed.note().getBytes(StandardCharsets.UTF_8)).orElseThrow().with(lines);
    return Map.of(
        "ours-0x01-0x06.note", sealed.note(),
        "ours-cosigned.note", cosigned.checkpoint().note(),
        "ours-0x01.vkey", log.verifier().encoded() + "\n",
        "ours-0x06.vkey", second.key().encoded() + "\n",
        "ours-witness-0x04.vkey", old.key().encoded() + "\n",
        "ours-witness-0x06.vkey", young.key().encoded() + "\n");
  }

  private static Cosigner cosigner(String name, Cosigning kind, String seed) {
    return Cosigner.of(name, kind, seed(seed));
  }

  private static SecretBytes seed(String text) {
    return SecretBytes.copyOf(new Sha256().of(text));
  }

  private static Optional<Long> cosignedAt(SignedRoot root, String file) throws IOException {
    CosignerKey key = CosignerKey.parse(line(file)).orElseThrow();
    return key.signedAt(RootText.of(root.checkpoint()), of(root, key).signature());
  }

  private static Line of(SignedRoot root, CosignerKey key) {
    return root.signatures().stream().filter(key::claims).findFirst().orElseThrow();
  }

  private static SignedRoot note(String file) throws IOException {
    return SignedRoot.parse(text(file).getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static String line(String file) throws IOException {
    return text(file).strip();
  }

  private static String text(String file) throws IOException {
    try (InputStream in = NotesTest.class.getResourceAsStream("/notes/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
