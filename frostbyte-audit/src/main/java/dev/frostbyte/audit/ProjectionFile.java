package dev.frostbyte.audit;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the query projection of one log lies: the H2 file {@code projection.mv.db} beside the
 * journal, or memory when the log is on no real file system. One thread.
 *
 * <p>A database can carry code, and a quietly damaged one gives wrong answers. So only a file is
 * opened that was closed in order and then sealed: {@code projection.seal} holds what {@link
 * #statement} says and, on the last line, the base64 of its Ed25519 signature by the log's key. The
 * seal is removed before the file is opened; after a crash there is none and the file is made anew.
 */
final class ProjectionFile {
  private static final String NAME = "projection";
  private static final String FILE = NAME + ".mv.db";
  private static final String SEAL = NAME + ".seal";
  private static final int MOST_SEAL_BYTES = 4096;
  private static final int VERSION = 2;
  private static final String SETTINGS =
      ";USER=frostbyte;PASSWORD=;DB_CLOSE_ON_EXIT=FALSE"
          + ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;CACHE_SIZE=8192";

  private final DurableDirectory files;
  private final String origin;
  private final SigningKey key;

  ProjectionFile(DurableDirectory files, String origin, SigningKey key) {
    this.files = files;
    this.origin = origin;
    this.key = key;
  }

  /** Opens the database that was sealed, or an empty one. The caller closes the connection. */
  Connection open() throws IOException, SQLException {
    boolean sealed = files.exists(FILE) && isSealed();
    files.delete(SEAL);
    if (!sealed) {
      wipe();
    }
    return new org.h2.Driver().connect(url(), new Properties());
  }

  /** Removes everything of the database. */
  void wipe() throws IOException {
    for (String name : files.list()) {
      if (name.startsWith(NAME + ".")) {
        files.delete(name);
      }
    }
  }

  /** Seals the closed database, so that it can be opened again. */
  void seal() throws IOException {
    if (place().isPresent() && files.exists(FILE)) {
      String statement = statement();
      byte[] signature = key.sign(statement.getBytes(StandardCharsets.UTF_8));
      String text = statement + StrictBase64.encode(signature) + "\n";
      files.replace(SEAL, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private boolean isSealed() throws IOException {
    if (!files.exists(SEAL) || place().isEmpty()) {
      return false;
    }
    byte[] seal = files.read(SEAL, MOST_SEAL_BYTES);
    byte[] statement = statement().getBytes(StandardCharsets.UTF_8);
    boolean same =
        seal.length > statement.length
            && Arrays.equals(Arrays.copyOf(seal, statement.length), statement);
    return same && isSigned(statement, Arrays.copyOfRange(seal, statement.length, seal.length));
  }

  private boolean isSigned(byte[] statement, byte[] line) {
    String text = new String(line, StandardCharsets.US_ASCII);
    return text.endsWith("\n")
        && StrictBase64.decode(text.substring(0, text.length() - 1))
            .filter(signature -> key.verifier().verifies(statement, signature))
            .isPresent();
  }

  /** What is signed: format, log, hash of the database file. Never the text of a checkpoint. */
  private String statement() throws IOException {
    String types = HexFormat.of().formatHex(new Sha256().of(Arrays.toString(EventType.values())));
    return "frostbyte-projection/v" + VERSION + " " + types + "\n" + origin + "\n" + hash() + "\n";
  }

  private String hash() throws IOException {
    MessageDigest digest = ContentHash.digest();
    try (InputStream in = Files.newInputStream(place().orElseThrow().resolve(FILE));
        DigestInputStream hashing = new DigestInputStream(in, digest)) {
      hashing.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private String url() {
    return place()
        .map(folder -> "jdbc:h2:retry:" + folder.resolve(NAME) + SETTINGS)
        .orElse("jdbc:h2:mem:" + SETTINGS);
  }

  /** The folder; empty when H2 cannot take its path, since semicolons end the path in a URL. */
  private Optional<Path> place() {
    return files.path().filter(folder -> !folder.toString().contains(";"));
  }
}
