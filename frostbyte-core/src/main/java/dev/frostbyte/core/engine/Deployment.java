package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.keys.FileLease;
import dev.frostbyte.core.keys.TenantKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a home holds beside its tenants' folders: who they are, the log of logs, and the newest
 * checkpoint of each tenant's log. Shared with other processes under one lock. Thread-safe.
 */
final class Deployment {
  private final Home home;
  private final KeyProvider keys;
  private final AuditProvider audit;
  private final Registry registry;
  private final DeploymentLog log;
  private final SecureRandom random = new SecureRandom();

  Deployment(Home home, KeyProvider keys, AuditProvider audit, Clock clock) throws IOException {
    this.home = home;
    this.keys = keys;
    this.audit = audit;
    this.registry = new Registry(home, keys);
    this.log = new DeploymentLog(home, audit, registry, clock);
  }

  List<TenantId> tenants() {
    return Failures.attempt(() -> registry.all().keySet().stream().map(TenantId::new).toList());
  }

  void create(TenantId tenant, Caller caller) {
    locked(
        () -> {
          if (registry.find(tenant).isPresent()) {
            throw FrostbyteException.of(
                ProblemCode.TENANT_ALREADY_EXISTS, "There is a tenant '" + tenant + "' already.");
          }
          Registry.Tenant made = new Registry.Tenant(tenant, randomSpace());
          UUID intent = log.append(EventType.TENANT_REQUESTED, caller, made.space(), List.of());
          found(made);
          registry.add(made);
          return log.append(EventType.TENANT_CREATED, caller, made.space(), List.of(intent));
        });
  }

  /** Keys and the empty log of a tenant, with its first checkpoint. */
  private void found(Registry.Tenant tenant) throws IOException {
    Path folder = home.tenant(tenant);
    TenantKeys.create(folder, keys, tenant.space()).close();
    try (AuditLog empty = audit.open(DurableDirectory.at(folder.resolve("audit")), tenant.log())) {
      new Anchor(
              DurableDirectory.at(home.anchors()),
              tenant.space(),
              first -> log.bind(tenant.space(), TreeHead.of(first)))
          .keep(empty.seal());
    }
  }

  /**
   * The tenant of this name, whose key the caller is about to use; that is in the log of logs when
   * this returns, as is the refusal when there is none.
   */
  Registry.Tenant admit(TenantId tenant, Caller caller) {
    return locked(
        () -> {
          Optional<Registry.Tenant> known = registry.find(tenant);
          EventType type = known.isPresent() ? EventType.KEY_USED : EventType.ACCESS_DENIED;
          String subject = known.map(Registry.Tenant::space).orElse("unknown");
          log.append(type, caller, subject, List.of());
          return known.orElseThrow(
              () ->
                  FrostbyteException.of(
                      ProblemCode.TENANT_UNKNOWN, "There is no tenant '" + tenant + "'."));
        });
  }

  /** Where the newest checkpoint of a tenant's log is kept, outside its folder. */
  Anchor anchor(Registry.Tenant tenant) throws IOException {
    return new Anchor(
        DurableDirectory.at(home.anchors()),
        tenant.space(),
        checkpoint ->
            locked(
                () -> {
                  log.bind(tenant.space(), TreeHead.of(checkpoint));
                  return checkpoint;
                }));
  }

  /** Every head of a tenant's log that the log of logs binds. */
  List<TreeHead> bound(Registry.Tenant tenant) {
    return locked(() -> log.bound(tenant.space()));
  }

  /** Reads the whole log of logs again. */
  Verification verify() {
    return locked(log::verify);
  }

  /** Tells that a document's keys are gone. */
  void keyDestroyed(DocumentId document) {
    locked(
        () -> {
          log.append(EventType.KEY_DESTROYED, document.value(), new TreeMap<>(), List.of());
          return document;
        });
  }

  /** Writes down what leaves this machine for the deployment; the id of the event. */
  UUID egressed(EventType type, SortedMap<String, Object> facts, List<UUID> previous) {
    return locked(() -> log.append(type, "egress", facts, previous));
  }

  private String randomSpace() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return "t-" + HexFormat.of().formatHex(bytes);
  }

  private <T> T locked(Failures.Action<T> action) {
    return Failures.attempt(
        () -> {
          try (FileLease.Waited lease = FileLease.waitFor(home.lock())) {
            return action.run();
          }
        });
  }
}
