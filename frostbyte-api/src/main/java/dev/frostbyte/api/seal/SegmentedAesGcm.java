package dev.frostbyte.api.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The sealed format described at {@link Sealer#aes256Gcm}. */
final class SegmentedAesGcm implements Sealer {
  static final byte[] MAGIC = "FBS1".getBytes(StandardCharsets.US_ASCII);
  static final int SALT_BYTES = 32;

  private static final byte[] LABEL = "frostbyte-seal-v1".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretBytes key;
  private final String space;

  SegmentedAesGcm(SecretBytes key, String space) {
    SealContext.utf8(space);
    this.key = key;
    this.space = space;
  }

  @Override
  public byte[] seal(byte[] plain, SealContext context) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + 64);
    try (OutputStream sealing = sealing(out, context)) {
      sealing.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  @Override
  public byte[] open(byte[] sealed, SealContext context) throws SealBrokenException {
    try (InputStream opening = opening(new ByteArrayInputStream(sealed), context)) {
      return opening.readAllBytes();
    } catch (SealBrokenException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory failed", e);
    }
  }

  @Override
  public OutputStream sealing(OutputStream sink, SealContext context) throws IOException {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    sink.write(MAGIC);
    sink.write(salt);
    return new SealingStream(sink, streamKey(salt, context));
  }

  @Override
  public InputStream opening(InputStream source, SealContext context) throws IOException {
    byte[] magic = source.readNBytes(MAGIC.length);
    byte[] salt = source.readNBytes(SALT_BYTES);
    if (!java.util.Arrays.equals(magic, MAGIC) || salt.length < SALT_BYTES) {
      throw new SealBrokenException(
          "sealed bytes for '" + context.purpose() + "' have no seal header this version reads");
    }
    return new OpeningStream(source, streamKey(salt, context), context.purpose());
  }

  private SecretKey streamKey(byte[] salt, SealContext context) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.as("HmacSHA256"));
      mac.update(LABEL);
      mac.update(salt);
      return new SecretKeySpec(mac.doFinal(context.encode(space)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK lacks HmacSHA256", e);
    }
  }
}
