package dev.frostbyte.embedded;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.keys.FileLease;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name and the signing key a home has in receipts and checkpoints. The name is random, so that
 * it says nothing of the machine. Stateless.
 */
final class Deployment {
  private static final String FILE = "deployment";
  private static final Pattern CONTENT =
      Pattern.compile("frostbyte-deployment 1\n(frostbyte/[0-9a-f]{16})\n");

  private Deployment() {}

  /** Whether a folder has a name, as every home has. */
  static boolean isAt(Path home) {
    return Files.isRegularFile(home.resolve(FILE));
  }

  /** The home's audit provider; name and key are made, durably, when the home is new. */
  static FileAuditProvider open(Path home, KeyProvider keys) throws IOException {
    DurableDirectory files = DurableDirectory.at(home);
    try (FileLease.Waited lease = FileLease.waitFor(home.resolve("deployment.lock"))) {
      return FileAuditProvider.open(files.directory("signing"), keys, name(files));
    }
  }

  /** Makes a new signing key; no other process makes one at the same time. */
  static void rotate(Path home, KeyProvider keys) throws IOException {
    DurableDirectory files = DurableDirectory.at(home);
    try (FileLease.Waited lease = FileLease.waitFor(home.resolve("deployment.lock"));
        FileAuditProvider audit =
            FileAuditProvider.open(files.directory("signing"), keys, name(files))) {
      audit.rotate();
    }
  }

  private static String name(DurableDirectory files) throws IOException {
    if (!files.exists(FILE)) {
      String content = "frostbyte-deployment 1\nfrostbyte/" + random() + "\n";
      files.replace(FILE, content.getBytes(StandardCharsets.US_ASCII));
    }
    return parse(new String(files.read(FILE, 1024), StandardCharsets.US_ASCII));
  }

  private static String parse(String content) {
    Matcher matcher = CONTENT.matcher(content);
    if (matcher.matches()) {
      return matcher.group(1);
    }
    boolean newer =
        content.startsWith("frostbyte-deployment ")
            && !content.startsWith("frostbyte-deployment 1\n");
    throw FrostbyteException.of(
        newer ? ProblemCode.FORMAT_TOO_NEW : ProblemCode.INTEGRITY_BROKEN,
        "The file 'deployment' of the home has no form this version knows.");
  }

  private static String random() {
    byte[] bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
