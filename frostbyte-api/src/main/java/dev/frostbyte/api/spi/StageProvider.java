package dev.frostbyte.api.spi;

import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;

/**
 * Makes a stage. Implementations are found by {@link java.util.ServiceLoader}, carry {@link Stage},
 * have a public constructor without parameters that does nothing, and keep no state. Whoever opens
 * a stage closes it.
 */
public sealed interface StageProvider {
  /** A stage that serves all tenants and keeps nothing of any. */
  non-sealed interface Shared<S extends AutoCloseable> extends StageProvider {
    /**
     * Opens the stage.
     *
     * @throws dev.frostbyte.api.model.FrostbyteException with {@code CONFIGURATION_INVALID} for a
     *     key or value it does not take
     */
    S open(StageConfig config) throws IOException;
  }

  /** A stage that is opened once per tenant, on that tenant's space. */
  non-sealed interface PerTenant<S extends AutoCloseable> extends StageProvider {
    /**
     * Opens the stage for one tenant; called for several tenants at once.
     *
     * @throws dev.frostbyte.api.model.FrostbyteException with {@code CONFIGURATION_INVALID} for a
     *     key or value it does not take, {@code FORMAT_TOO_NEW} for files of a newer version
     */
    S open(StageConfig config, TenantSpace space) throws IOException;
  }
}
