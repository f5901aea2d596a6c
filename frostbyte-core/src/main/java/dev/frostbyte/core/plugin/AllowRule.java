package dev.frostbyte.core.plugin;

import dev.frostbyte.api.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/** Which jars may bring plugins. Thread-safe. */
@FunctionalInterface
public interface AllowRule {
  /** Whether a plugin may run. */
  boolean allows(Plugin plugin);

  /** Every plugin may run. */
  static AllowRule all() {
    return plugin -> true;
  }

  /**
   * Only plugins whose name and jar SHA-256 are in the set; what does not come from a jar is
   * refused.
   */
  static AllowRule only(Set<Allowed> allowed) {
    Set<Allowed> copy = Set.copyOf(allowed);
    return plugin ->
        jarHash(plugin.type())
            .map(hash -> copy.contains(new Allowed(plugin.name(), hash)))
            .orElse(false);
  }

  private static Optional<ContentHash> jarHash(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      URI location = source.getLocation().toURI();
      return "file".equals(location.getScheme()) ? hash(Path.of(location)) : Optional.empty();
    } catch (IOException | URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<ContentHash> hash(Path jar) throws IOException {
    if (!Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    MessageDigest digest = ContentHash.digest();
    try (InputStream in = Files.newInputStream(jar)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return Optional.of(ContentHash.ofDigest(digest.digest()));
  }

  /**
   * One entry of an allow list.
   *
   * @param name name of the plugin
   * @param jar SHA-256 of the jar it comes in
   */
  record Allowed(String name, ContentHash jar) {}
}
