package dev.frostbyte.api.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SealerTest {
  private static final int SEGMENT = Sealer.SEGMENT_BYTES;
  private static final int SEALED = SEGMENT + 16;
  private static final int HEADER = 4 + 32;
  private static final byte[] KEY = new byte[32];
  private static final SealContext CONTEXT = new SealContext("chunk", "doc_1", 3);

  private final Sealer sealer = Sealer.aes256Gcm(SecretBytes.copyOf(KEY), "space-a");

  @Property(tries = 60)
  void opensWhatItSealedWhateverTheLength(@ForAll("lengths") int length, @ForAll long seed)
      throws IOException {
    byte[] plain = bytes(length, seed);
    byte[] sealed = sealer.seal(plain, CONTEXT);
    assertThat(sealer.open(sealed, CONTEXT)).isEqualTo(plain);
    assertThat(sealed)
        .hasSize(HEADER + length + 16 * Math.max(1, (length + SEGMENT - 1) / SEGMENT));
  }

  @Property(tries = 40)
  void streamsAndArraysOpenEachOther(@ForAll("lengths") int length, @ForAll long seed)
      throws IOException {
    byte[] plain = bytes(length, seed);
    byte[] streamed = sealInPieces(plain, new Random(seed));
    assertThat(streamed).hasSameSizeAs(sealer.seal(plain, CONTEXT));
    assertThat(sealer.open(streamed, CONTEXT)).isEqualTo(plain);
    assertThat(openInPieces(sealer.seal(plain, CONTEXT), new Random(seed))).isEqualTo(plain);
  }

  @Property(tries = 200)
  void refusesAnyFlippedBit(@ForAll("lengths") int length, @ForAll long seed) {
    byte[] sealed = sealer.seal(bytes(length, seed), CONTEXT);
    int bit = new Random(seed).nextInt(sealed.length * 8);
    sealed[bit / 8] ^= (byte) (1 << (bit % 8));
    refuses(sealed);
  }

  @Test
  void refusesEveryFlippedBitAndEveryCutOfASmallValue() {
    byte[] sealed = sealer.seal(new byte[] {1, 2, 3}, CONTEXT);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      refuses(changed);
    }
    for (int length = 0; length < sealed.length; length++) {
      refuses(Arrays.copyOf(sealed, length));
    }
  }

  @Property(tries = 100)
  void refusesAnyCut(@ForAll("lengths") int length, @ForAll long seed) {
    byte[] sealed = sealer.seal(bytes(length, seed), CONTEXT);
    refuses(Arrays.copyOf(sealed, new Random(seed).nextInt(sealed.length)));
  }

  @Test
  void refusesACutAtASegmentBorder() {
    byte[] sealed = sealer.seal(bytes(3 * SEGMENT, 1), CONTEXT);
    for (int segments = 0; segments < 3; segments++) {
      refuses(Arrays.copyOf(sealed, HEADER + segments * SEALED));
    }
  }

  @Property(tries = 60)
  void refusesAnythingAppended(
      @ForAll("lengths") int length, @ForAll @IntRange(min = 1, max = 100) int more) {
    byte[] sealed = sealer.seal(bytes(length, 1), CONTEXT);
    refuses(Arrays.copyOf(sealed, sealed.length + more));
  }

  @Test
  void refusesAWholeSealedValueAppended() {
    byte[] sealed = sealer.seal(bytes(SEGMENT, 1), CONTEXT);
    refuses(concat(sealed, Arrays.copyOfRange(sealed, HEADER, sealed.length)));
    refuses(concat(sealed, sealed));
  }

  @Test
  void refusesSegmentsSwappedLeftOutOrTakenTwice() {
    byte[] sealed = sealer.seal(bytes(3 * SEGMENT, 1), CONTEXT);
    for (List<Integer> order :
        List.of(
            List.of(1, 0, 2), List.of(0, 2), List.of(1, 2), List.of(0, 0, 2), List.of(0, 1, 1))) {
      byte[] changed = Arrays.copyOf(sealed, HEADER);
      for (int segment : order) {
        int from = HEADER + segment * SEALED;
        changed = concat(changed, Arrays.copyOfRange(sealed, from, from + SEALED));
      }
      refuses(changed);
    }
  }

  @Test
  void refusesSegmentsOfAnotherStreamOfTheSameContext() {
    byte[] one = sealer.seal(bytes(2 * SEGMENT, 1), CONTEXT);
    byte[] two = sealer.seal(bytes(2 * SEGMENT, 1), CONTEXT);
    int border = HEADER + SEALED;
    refuses(concat(Arrays.copyOf(one, border), Arrays.copyOfRange(two, border, two.length)));
  }

  @Test
  void refusesAnotherContextSpaceOrKey() throws IOException {
    byte[] sealed = sealer.seal(new byte[] {1}, CONTEXT);
    byte[] otherKey = KEY.clone();
    otherKey[31] = 1;
    for (SealContext other :
        List.of(
            new SealContext("chunks", "doc_1", 3),
            new SealContext("chunk", "doc_2", 3),
            new SealContext("chunk", "doc_1", 2),
            new SealContext("chunkd", "oc_1", 3))) {
      assertThatThrownBy(() -> sealer.open(sealed, other)).isInstanceOf(SealBrokenException.class);
    }
    for (Sealer other :
        List.of(
            Sealer.aes256Gcm(SecretBytes.copyOf(KEY), "space-b"),
            Sealer.aes256Gcm(SecretBytes.copyOf(otherKey), "space-a"))) {
      assertThatThrownBy(() -> other.open(sealed, CONTEXT)).isInstanceOf(SealBrokenException.class);
    }
    assertThat(sealer.open(sealed, CONTEXT)).containsExactly(1);
  }

  @Test
  void sealsTheSameBytesDifferentlyEveryTime() {
    byte[] plain = {1, 2, 3};
    assertThat(sealer.seal(plain, CONTEXT)).isNotEqualTo(sealer.seal(plain, CONTEXT));
  }

  @Test
  void handsOutNothingOfASegmentBeforeItsTagIsChecked() throws IOException {
    byte[] plain = bytes(3 * SEGMENT, 5);
    byte[] sealed = sealer.seal(plain, CONTEXT);
    sealed[HEADER + 2 * SEALED - 1] ^= 1;
    try (InputStream in = sealer.opening(new ByteArrayInputStream(sealed), CONTEXT)) {
      assertThat(in.readNBytes(SEGMENT)).isEqualTo(Arrays.copyOf(plain, SEGMENT));
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(in::read).isInstanceOf(SealBrokenException.class);
      }
    }
  }

  @Test
  void neverEndsCleanlyAfterABrokenLastSegment() throws IOException {
    byte[] sealed = sealer.seal(new byte[100], CONTEXT);
    sealed[sealed.length - 1] ^= 1;
    try (InputStream in = sealer.opening(new ByteArrayInputStream(sealed), CONTEXT)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> in.read(new byte[10])).isInstanceOf(SealBrokenException.class);
      }
    }
  }

  @Test
  void followsTheDocumentedFormat() throws Exception {
    byte[] plain = bytes(SEGMENT + 5, 9);
    byte[] sealed = sealer.seal(plain, CONTEXT);
    assertThat(new String(sealed, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("FBS1");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    mac.update("frostbyte-seal-v1".getBytes(StandardCharsets.US_ASCII));
    mac.update(sealed, 4, 32);
    for (String part : List.of("space-a", "chunk", "doc_1")) {
      mac.update(ByteBuffer.allocate(4).putInt(part.length()).array());
      mac.update(part.getBytes(StandardCharsets.US_ASCII));
    }
    SecretKeySpec key = new SecretKeySpec(mac.doFinal(new byte[] {0, 0, 0, 0, 0, 0, 0, 3}), "AES");
    byte[] first = segment(key, sealed, HEADER, SEALED, new byte[12]);
    byte[] lastNonce = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
    byte[] last = segment(key, sealed, HEADER + SEALED, 5 + 16, lastNonce);
    assertThat(concat(first, last)).isEqualTo(plain);
  }

  @Test
  void saysNothingOfTheContentWhenASealIsBroken() {
    byte[] sealed = sealer.seal("SECRET".getBytes(StandardCharsets.US_ASCII), CONTEXT);
    sealed[HEADER] ^= 1;
    assertThatThrownBy(() -> sealer.open(sealed, CONTEXT))
        .hasMessageContaining("'chunk'")
        .hasMessageNotContaining("doc_1")
        .hasNoCause();
  }

  @Test
  void writesTheLastSegmentOnceAndNothingAfterClosing() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream sealing = sealer.sealing(out, CONTEXT);
    sealing.write(7);
    sealing.close();
    int length = out.size();
    sealing.close();
    assertThat(out.size()).isEqualTo(length);
    assertThatThrownBy(() -> sealing.write(8)).isInstanceOf(IOException.class);
    assertThat(sealer.open(out.toByteArray(), CONTEXT)).containsExactly(7);
  }

  @Test
  void endsWithItsKey() {
    SecretBytes key = SecretBytes.random();
    Sealer ending = Sealer.aes256Gcm(key, "space");
    byte[] sealed = ending.seal(new byte[1], CONTEXT);
    key.close();
    assertThatThrownBy(() -> ending.seal(new byte[1], CONTEXT))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ending.open(sealed, CONTEXT))
        .isInstanceOf(IllegalStateException.class);
  }

  @Provide
  Arbitrary<Integer> lengths() {
    Arbitrary<Integer> borders =
        Arbitraries.of(1, 2, 3).flatMap(n -> Arbitraries.of(-1, 0, 1).map(d -> n * SEGMENT + d));
    return Arbitraries.oneOf(
        borders,
        Arbitraries.integers().between(0, 200),
        Arbitraries.integers().between(0, 200_000));
  }

  private void refuses(byte[] sealed) {
    assertThatThrownBy(() -> sealer.open(sealed, CONTEXT)).isInstanceOf(SealBrokenException.class);
  }

  private byte[] sealInPieces(byte[] plain, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream sealing = sealer.sealing(out, CONTEXT)) {
      int at = 0;
      while (at < plain.length) {
        int part = Math.min(plain.length - at, 1 + random.nextInt(100_000));
        sealing.write(plain, at, part);
        at += part;
      }
    }
    return out.toByteArray();
  }

  private byte[] openInPieces(byte[] sealed, Random random) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = sealer.opening(new ByteArrayInputStream(sealed), CONTEXT)) {
      byte[] buffer = new byte[1 + random.nextInt(100_000)];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
    return out.toByteArray();
  }

  private static byte[] segment(SecretKeySpec key, byte[] from, int at, int length, byte[] nonce)
      throws Exception {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, nonce));
    return cipher.doFinal(from, at, length);
  }

  private static byte[] bytes(int length, long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
