package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.egress.AuditedEgress;
import dev.frostbyte.core.egress.EgressPolicy;
import dev.frostbyte.core.plugin.Closing;
import dev.frostbyte.core.plugin.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** The running pipeline. Thread-safe. */
public final class Engine implements Pipeline {
  private final Home home;
  private final KeyProvider keys;
  private final AuditProvider audit;
  private final Stages stages;
  private final PipelineLimits limits;
  private final Clock clock;
  private final Deployment deployment;
  private final AuditedEgress egress;
  private final boolean rescanOnUpgrade;
  private final ExecutorService workers;
  private final OpenTenants<TenantRuntime> runtimes = new OpenTenants<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Engine(
      Home home,
      KeyProvider keys,
      AuditProvider audit,
      Stages stages,
      PipelineLimits limits,
      Clock clock,
      EgressPolicy egress,
      boolean rescanOnUpgrade)
      throws IOException {
    this.rescanOnUpgrade = rescanOnUpgrade;
    this.home = home;
    this.keys = keys;
    this.audit = audit;
    this.stages = stages;
    this.limits = limits;
    this.clock = clock;
    this.deployment = new Deployment(home, keys, audit, clock);
    this.egress = AuditedEgress.of(egress, deployment::egressed);
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
      Clock clock,
      EgressPolicy egress,
      boolean rescanOnUpgrade)
      throws IOException {
    return new Engine(
        new Home(home.toAbsolutePath().normalize()),
        keys,
        audit,
        stages,
        limits,
        clock,
        egress,
        rescanOnUpgrade);
  }

  @Override
  public void createTenant(TenantId tenant, Caller caller) {
    deployment.create(tenant, caller);
  }

  @Override
  public List<TenantId> tenants() {
    return deployment.tenants();
  }

  @Override
  public TenantSession open(TenantId tenant, Caller caller) {
    TenantRuntime runtime = acquire(tenant, caller);
    try {
      TenantParts parts = runtime.parts();
      String actor = Failures.attempt(() -> parts.keys().pseudonym("act_", caller.principal()));
      Journal journal = parts.journal();
      Draft plain =
          journal.draft(EventType.SESSION_OPENED, actor, "tenant", Facts.opened(parts), List.of());
      journal.force(journal.sealed(plain, new SessionRecord(caller.principal(), caller.purpose())));
      Person person = new Person(actor, UntrustedText.of(caller.principal()));
      return new Session(this, tenant, runtime, person);
    } catch (RuntimeException | Error e) {
      release(tenant);
      throw e;
    }
  }

  @Override
  public AuditedEgress egress() {
    return egress;
  }

  @Override
  public Verification verifyAudit() {
    requireOpen();
    return deployment.verify();
  }

  @Override
  public Workbench workbench() {
    return new Bench(stages, limits);
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    List<AutoCloseable> open = new ArrayList<>();
    open.add(workers);
    open.addAll(runtimes.end());
    open.addAll(List.of(stages, audit, keys));
    Failures.attempt(
        () -> {
          Closing.all(open);
          return true;
        });
  }

  /** Never waits for a tenant that is just being opened. */
  void requireOpen() {
    if (closed.get()) {
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

  /** Whether runs begin with what older detectors judged. */
  boolean rescansOnUpgrade() {
    return rescanOnUpgrade;
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

  Deployment deployment() {
    return deployment;
  }

  /** Closes the tenant with its last session. */
  void release(TenantId tenant) {
    runtimes.release(tenant);
  }

  private TenantRuntime acquire(TenantId tenant, Caller caller) {
    requireOpen();
    return runtimes.acquire(
        tenant, () -> TenantRuntime.open(this, deployment.admit(tenant, caller)));
  }

  /** Who opened a session and why; sealed for the tenant. */
  record SessionRecord(String principal, String purpose) {}
}
