package dev.frostbyte.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Looks whether a file with secrets is its owner's alone. Stateless. */
final class Secret {
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private Secret() {}

  /**
   * What is wrong with it; empty when nothing is. Where the file system knows no permissions, only
   * that it is a file.
   */
  static Optional<String> fault(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return Optional.of("is no file that can be read");
    }
    try {
      return OWNERS.containsAll(Files.getPosixFilePermissions(file))
          ? Optional.empty()
          : Optional.of(
              "can be read or changed by others; make it its owner's alone, such as by chmod 600");
    } catch (UnsupportedOperationException e) {
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("cannot be looked at (" + e.getClass().getSimpleName() + ")");
    }
  }
}
