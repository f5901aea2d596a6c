package dev.frostbyte.core;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The library, configured once for a home. Can neither read nor write a document: only a {@link
 * TenantSession} can. Thread-safe; whoever builds it closes it, after its sessions.
 */
public interface Pipeline extends AutoCloseable {
  /**
   * Starts building a pipeline.
   *
   * @param keys holds the master keys; closed with the pipeline
   * @param audit keeps the logs; closed with the pipeline
   * @param home folder of everything the pipeline keeps; made when absent
   */
  static PipelineBuilder builder(KeyProvider keys, AuditProvider audit, Path home) {
    return new PipelineBuilder(keys, audit, home);
  }

  /**
   * A pipeline with the default plugins, everything local; needs {@code frostbyte-embedded} on the
   * path. The key file lies in the user's configuration folder.
   *
   * @throws FrostbyteException {@code PLUGIN_UNKNOWN} without that artifact
   */
  static Pipeline embedded(Path home) {
    return ServiceLoader.load(PipelineDefaults.class)
        .findFirst()
        .orElseThrow(
            () ->
                FrostbyteException.of(
                    ProblemCode.PLUGIN_UNKNOWN,
                    "The default plugins are not there; add dev.frostbyte:frostbyte-embedded."))
        .open(home);
  }

  /**
   * Makes a tenant.
   *
   * @throws FrostbyteException {@code TENANT_ALREADY_EXISTS}
   */
  void createTenant(TenantId tenant, Caller caller);

  /** Names of the tenants, sorted. */
  List<TenantId> tenants();

  /**
   * Opens a tenant for a caller the host has authenticated. The event of it is durable before this
   * returns.
   *
   * @throws FrostbyteException {@code TENANT_UNKNOWN, TENANT_BUSY, INTEGRITY_BROKEN}
   */
  TenantSession open(TenantId tenant, Caller caller);

  /**
   * The way off this machine for what concerns the whole deployment: witnesses, time stamps. Sends
   * to the hosts of {@link PipelineBuilder#egress} only; its events go to the deployment's log.
   */
  Egress egress();

  /**
   * Reads the deployment's log, the log of logs, again and checks all of it. {@link
   * TenantSession#verifyAudit} only asks it for what it binds of one tenant.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when it does not even open
   */
  Verification verifyAudit();

  /** Opens tools for the caller's own files, with no store behind them; the caller closes them. */
  Workbench workbench();

  /** Closes every stage; idempotent. */
  @Override
  void close();
}
