package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.ChunkId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Region;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.core.policy.RedactionMap;
import dev.frostbyte.testkit.MarkerScan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BundleCodecTest {
  private static final String MARKER = "MARKER-7731";
  private static final DocumentId DOCUMENT = new DocumentId("doc_" + "1".repeat(32));
  private static final DocumentId OTHER = new DocumentId("doc_" + "2".repeat(32));

  private final Sealer original = Sealer.aes256Gcm(SecretBytes.random(), "t-one");
  private final Sealer served = Sealer.aes256Gcm(SecretBytes.random(), "t-one");
  private final BundleCodec codec = new BundleCodec(original, served);
  private Bundle bundle = bundle(List.of());
  private byte[] bytes = new byte[0];

  @BeforeEach
  void write() throws IOException {
    bundle = bundle(List.of(Block.paragraph(MARKER + " \ud83d\ude00", List.of(Region.page(3)))));
    bytes = bytes(bundle);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    Bundle read = read(codec, bytes, DOCUMENT, 7);
    assertThat(read.canonical()).isEqualTo(bundle.canonical());
    assertThat(read.findings()).isEqualTo(bundle.findings());
    assertThat(read.redactions()).isEqualTo(bundle.redactions());
    assertThat(read.served()).isEqualTo(bundle.served());
    assertThat(read.chunks()).isEqualTo(bundle.chunks());
    assertThat(read.vectors()).hasSize(1);
    assertThat(read.vectors().getFirst()).containsExactly(0.5f, -1f, Float.MIN_VALUE);
    assertThat(read.canonicalId()).isEqualTo(bundle.canonicalId());
    assertThat(read.generation()).isEqualTo(7);
  }

  @Test
  void showsNothingOfTheDocument() {
    assertThat(MarkerScan.in(bytes, MARKER)).isFalse();
    assertThat(MarkerScan.in(Json.bytes(bundle.canonical()), MARKER)).isTrue();
  }

  @Test
  void refusesAnotherDocumentGenerationOrKey() {
    Sealer foreign = Sealer.aes256Gcm(SecretBytes.random(), "t-one");
    sealBroken(codec, OTHER, 7);
    sealBroken(codec, DOCUMENT, 6);
    sealBroken(codec, DOCUMENT, 8);
    sealBroken(new BundleCodec(foreign, served), DOCUMENT, 7);
    sealBroken(new BundleCodec(original, foreign), DOCUMENT, 7);
    sealBroken(new BundleCodec(served, original), DOCUMENT, 7);
  }

  @Test
  void refusesSectionsOfAnotherGenerationPutIn() throws IOException {
    Bundle next = withGeneration(bundle, 8);
    byte[] other = bytes(next);
    assertThat(other).hasSameSizeAs(bytes);
    byte[] mixed = Arrays.copyOf(bytes, bytes.length);
    int half = bytes.length - 200;
    System.arraycopy(other, half, mixed, half, 200);
    assertThatThrownBy(() -> read(codec, mixed, DOCUMENT, 7)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesEveryFlippedBit() {
    for (int at = 0; at < bytes.length; at++) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      assertThatThrownBy(() -> read(codec, flipped, DOCUMENT, 7), "byte %d", at)
          .isInstanceOfAny(SealBrokenException.class, FrostbyteException.class);
    }
  }

  @Test
  void refusesEveryCutAndEveryAddition() {
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> read(codec, cut, DOCUMENT, 7), "length %d", length)
          .isInstanceOfAny(SealBrokenException.class, FrostbyteException.class);
    }
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    assertThatThrownBy(() -> read(codec, longer, DOCUMENT, 7))
        .isInstanceOf(FrostbyteException.class);
  }

  private void sealBroken(BundleCodec reader, DocumentId document, long generation) {
    assertThatThrownBy(() -> read(reader, bytes, document, generation))
        .isInstanceOf(SealBrokenException.class)
        .hasMessageNotContaining(MARKER);
  }

  private byte[] bytes(Bundle of) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.write(of, out);
    return out.toByteArray();
  }

  private static Bundle read(BundleCodec codec, byte[] bytes, DocumentId document, long generation)
      throws IOException {
    return codec.read(new ByteArrayInputStream(bytes), document, generation);
  }

  private static Bundle withGeneration(Bundle of, long generation) {
    return new Bundle(
        of.document(),
        of.canonicalId(),
        generation,
        of.canonical(),
        of.findings(),
        of.redactions(),
        of.served(),
        of.chunks(),
        of.vectors());
  }

  private static Bundle bundle(List<Block> blocks) {
    CanonicalDocument canonical = canonical(blocks);
    Span span = Span.of(TextName.SERVED, 0, 5);
    UntrustedText text = UntrustedText.of("MARKE");
    Chunk chunk =
        new Chunk(
            new ChunkId("chk_" + "a".repeat(32)), 0, span, text, List.of(text), text, List.of("f"));
    Finding finding =
        new Finding(
            "pii",
            "pii.iban",
            "IBAN",
            Finding.Kind.PERSONAL,
            0.9,
            Span.of(TextName.ORIGINAL, 0, 3));
    return new Bundle(
        DOCUMENT,
        new CanonicalId("can_" + "3".repeat(32)),
        7,
        canonical,
        List.of(finding),
        RedactionMap.IDENTITY,
        new ServedDocument(canonical.original(), canonical.elements()),
        List.of(chunk),
        List.of(new float[] {0.5f, -1f, Float.MIN_VALUE}));
  }

  private static CanonicalDocument canonical(List<Block> blocks) {
    try {
      return CanonicalBuilderLawsTest.build(blocks);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
