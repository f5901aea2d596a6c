package dev.frostbyte.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things lie in a home. Immutable.
 *
 * @param root the home itself
 */
record Home(Path root) {
  /** Whether a place, be it there or not, lies in the home, links followed. */
  boolean holds(Path place) throws IOException {
    return Files.exists(root) && real(place.toAbsolutePath().normalize()).startsWith(real(root));
  }

  private static Path real(Path place) throws IOException {
    Path above = place.getParent();
    return Files.exists(place) || above == null
        ? place.toRealPath()
        : real(above).resolve(place.getFileName());
  }

  Path registry() {
    return root.resolve("registry");
  }

  /** Newest checkpoints of the tenants' logs. */
  Path anchors() {
    return root.resolve("anchors");
  }

  Path audit() {
    return root.resolve("audit");
  }

  /** Holds a folder for each tenant. */
  Path tenants() {
    return root.resolve("tenants");
  }

  Path tenant(Registry.Tenant tenant) {
    return tenants().resolve(tenant.space());
  }

  /** Held for short while the registry or the deployment's log is written. */
  Path lock() {
    return root.resolve("deployment.lock");
  }
}
