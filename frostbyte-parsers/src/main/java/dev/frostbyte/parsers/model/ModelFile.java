package dev.frostbyte.parsers.model;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A model file that is, byte for byte, the one that was chosen. Immutable.
 *
 * @param path where it lies
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
record ModelFile(Path path, String sha256) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * Reads the file once, a piece at a time.
   *
   * @throws FrostbyteException {@code CONFIGURATION_INVALID} when there is no such file or it is
   *     another one
   */
  static ModelFile of(String file, String sha256) {
    String wanted = sha256.toLowerCase(Locale.ROOT);
    if (!HASH.matcher(wanted).matches()) {
      throw refused("sha256 must be the 64 hexadecimal digits of the model file's SHA-256.");
    }
    try {
      Path path = Path.of(file);
      if (file.isEmpty() || !hash(path).equals(wanted)) {
        throw refused("The file that model names does not have the SHA-256 that sha256 says.");
      }
      return new ModelFile(path, wanted);
    } catch (IOException | InvalidPathException e) {
      throw refused(
          "The file that model names cannot be read (" + e.getClass().getSimpleName() + ").");
    }
  }

  private static String hash(Path path) throws IOException {
    MessageDigest digest = ContentHash.digest();
    byte[] piece = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        digest.update(piece, 0, count);
      }
    }
    return ContentHash.ofDigest(digest.digest()).hex();
  }

  static FrostbyteException refused(String message) {
    return FrostbyteException.of(ProblemCode.CONFIGURATION_INVALID, message);
  }
}
