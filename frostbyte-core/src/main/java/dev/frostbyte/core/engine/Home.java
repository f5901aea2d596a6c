package dev.frostbyte.core.engine;

import java.nio.file.Path;

/**
 * Where things lie in a home. Immutable.
 *
 * @param root the home itself
 */
record Home(Path root) {
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
