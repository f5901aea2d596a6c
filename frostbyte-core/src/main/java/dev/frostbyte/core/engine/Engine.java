package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.keys.FileLease;
import dev.frostbyte.core.keys.TenantKeys;
import dev.frostbyte.core.plugin.Closing;
import dev.frostbyte.core.plugin.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The running pipeline. Thread-safe. */
public final class Engine implements Pipeline {
  private final Home home;
  private final KeyProvider keys;
  private final AuditProvider audit;
  private final Stages stages;
  private final PipelineLimits limits;
  private final Clock clock;
  private final Registry registry;
  private final DeploymentLog deploymentLog;
  private final ExecutorService workers;
  private final Map<TenantId, Shared> runtimes = new HashMap<>();
  private final Object monitor = new Object();
  private final SecureRandom random = new SecureRandom();
  private volatile boolean closed;

  private Engine(
      Home home,
      KeyProvider keys,
      AuditProvider audit,
      Stages stages,
      PipelineLimits limits,
      Clock clock)
      throws IOException {
    this.home = home;
    this.keys = keys;
    this.audit = audit;
    this.stages = stages;
    this.limits = limits;
    this.clock = clock;
    this.registry = new Registry(home, keys);
    this.deploymentLog = new DeploymentLog(home, audit, registry, clock);
    int threads = Runtime.getRuntime().availableProcessors() + 1;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("frostbyte-worker-", 0).daemon(true).factory());
  }

  /** Opens a home; the caller closes the pipeline, which closes everything handed in. */
  public static Engine open(
      Path home,
      KeyProvider keys,
      AuditProvider audit,
      Stages stages,
      PipelineLimits limits,
      Clock clock)
      throws IOException {
    return new Engine(
        new Home(home.toAbsolutePath().normalize()), keys, audit, stages, limits, clock);
  }

  @Override
  public void createTenant(TenantId tenant, Caller caller) {
    locked(
        () -> {
          if (registry.find(tenant).isPresent()) {
            throw FrostbyteException.of(
                ProblemCode.TENANT_ALREADY_EXISTS, "There is a tenant '" + tenant + "' already.");
          }
          Registry.Tenant made = new Registry.Tenant(tenant, randomSpace());
          deploymentLog.append(EventType.TENANT_REQUESTED, caller, made.space());
          found(made);
          registry.add(made);
          deploymentLog.append(EventType.TENANT_CREATED, caller, made.space());
          return made;
        });
  }

  /** Keys and the empty log of a tenant, with its first checkpoint. */
  private void found(Registry.Tenant tenant) throws IOException {
    Path folder = home.tenant(tenant);
    TenantKeys.create(folder, keys, tenant.space()).close();
    try (AuditLog log = audit.open(DurableDirectory.at(folder.resolve("audit")), tenant.log())) {
      anchor(tenant).keep(log.seal());
    }
  }

  @Override
  public List<TenantId> tenants() {
    return Failures.attempt(() -> registry.all().keySet().stream().map(TenantId::new).toList());
  }

  @Override
  public TenantSession open(TenantId tenant, Caller caller) {
    TenantRuntime runtime = acquire(tenant, caller);
    try {
      TenantParts parts = runtime.parts();
      String actor = Failures.attempt(() -> parts.keys().pseudonym("act_", caller.principal()));
      Journal journal = parts.journal();
      Draft plain =
          journal.draft(EventType.SESSION_OPENED, actor, "tenant", new TreeMap<>(), List.of());
      journal.force(journal.sealed(plain, new SessionRecord(caller.principal(), caller.purpose())));
      return new Session(this, tenant, runtime, actor);
    } catch (RuntimeException e) {
      release(tenant);
      throw e;
    }
  }

  @Override
  public Workbench workbench() {
    return new Bench(stages, limits);
  }

  @Override
  public void close() {
    List<AutoCloseable> open = new ArrayList<>();
    synchronized (monitor) {
      if (closed) {
        return;
      }
      closed = true;
      open.add(workers);
      runtimes.values().forEach(shared -> open.add(shared.runtime));
      runtimes.clear();
    }
    open.addAll(List.of(stages, audit, keys));
    Failures.attempt(
        () -> {
          Closing.all(open);
          return true;
        });
  }

  /** Never waits for a tenant that is just being opened. */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the pipeline was closed; build another");
    }
  }

  Home home() {
    return home;
  }

  KeyProvider keys() {
    return keys;
  }

  AuditProvider audit() {
    return audit;
  }

  Stages stages() {
    return stages;
  }

  PipelineLimits limits() {
    return limits;
  }

  Clock clock() {
    return clock;
  }

  ExecutorService workers() {
    return workers;
  }

  /** Where the newest checkpoint of a tenant's log is kept. */
  Anchor anchor(Registry.Tenant tenant) throws IOException {
    return new Anchor(DurableDirectory.at(home.anchors()), tenant.space());
  }

  /** Tells the deployment's log that a document's keys are gone. */
  void keyDestroyed(DocumentId document) {
    locked(
        () -> {
          deploymentLog.append(EventType.KEY_DESTROYED, document.value());
          return document;
        });
  }

  /** Closes the tenant with its last session. */
  void release(TenantId tenant) {
    synchronized (monitor) {
      Shared shared = runtimes.get(tenant);
      if (shared != null && --shared.sessions == 0) {
        runtimes.remove(tenant);
        Failures.attempt(
            () -> {
              shared.runtime.close();
              return true;
            });
      }
    }
  }

  private TenantRuntime acquire(TenantId tenant, Caller caller) {
    synchronized (monitor) {
      requireOpen();
      Shared shared = runtimes.get(tenant);
      if (shared == null) {
        shared =
            new Shared(Failures.attempt(() -> TenantRuntime.open(this, known(tenant, caller))));
        runtimes.put(tenant, shared);
      }
      shared.sessions++;
      return shared.runtime;
    }
  }

  private Registry.Tenant known(TenantId tenant, Caller caller) throws IOException {
    return registry.find(tenant).orElseThrow(() -> unknown(tenant, caller));
  }

  private FrostbyteException unknown(TenantId tenant, Caller caller) {
    locked(
        () -> {
          deploymentLog.append(EventType.ACCESS_DENIED, caller, "unknown");
          return true;
        });
    return FrostbyteException.of(
        ProblemCode.TENANT_UNKNOWN, "There is no tenant '" + tenant + "'.");
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

  /** A runtime and how many sessions use it. */
  private static final class Shared {
    private final TenantRuntime runtime;
    private int sessions;

    Shared(TenantRuntime runtime) {
      this.runtime = runtime;
    }
  }

  /** Who opened a session and why; sealed for the tenant. */
  record SessionRecord(String principal, String purpose) {}
}
