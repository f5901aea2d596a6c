package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.core.keys.TenantKeys;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that changes a tenant. Takes waiting effects in batches of at most {@value
 * #BATCH}, so that they share the forces of journal, key table and directory. After a failure of
 * the journal or of a projection it refuses everything until the tenant is opened anew, since only
 * recovery knows what is true then. Thread-safe.
 */
final class TenantWriter implements AutoCloseable {
  private static final int BATCH = 64;

  private final Journal journal;
  private final TenantKeys keys;
  private final ObjectStore objects;
  private final Catalog catalog;
  private final Projections projections;
  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final Object monitor = new Object();
  private boolean closed;
  private volatile @Nullable FrostbyteException broken;

  TenantWriter(TenantParts parts) {
    this.journal = parts.journal();
    this.keys = parts.keys();
    this.objects = parts.objects();
    this.catalog = parts.catalog();
    this.projections = parts.projections();
    this.thread = Thread.ofPlatform().name("frostbyte-writer").daemon(true).unstarted(this::run);
    thread.start();
  }

  /**
   * Hands an effect in; the future fails with {@link FrostbyteException} or {@link IOException}.
   */
  <T> CompletableFuture<T> submit(Effect<T> effect) {
    Job<T> job = new Job<>(effect);
    synchronized (monitor) {
      if (closed) {
        throw broken == null ? closed() : broken;
      }
      queue.add(job);
    }
    return job.future;
  }

  /** Finishes what was handed in, then ends; idempotent. */
  @Override
  public void close() {
    synchronized (monitor) {
      if (!closed) {
        closed = true;
        queue.add(new Job<>(new EndOfWork()));
      }
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether something failed after which only recovery knows what is true. */
  boolean broken() {
    return broken != null;
  }

  private void run() {
    try {
      work();
    } catch (RuntimeException | Error e) {
      broken = Failures.of(e);
    } finally {
      refuseTheRest();
    }
  }

  /** Nobody waits for a thread that has ended. */
  private void refuseTheRest() {
    synchronized (monitor) {
      closed = true;
      RuntimeException why = broken == null ? closed() : broken;
      queue.forEach(job -> job.future.completeExceptionally(why));
      queue.clear();
    }
  }

  private void work() {
    boolean more = true;
    while (more) {
      List<Job<?>> batch = next();
      more = !batch.removeIf(job -> job.effect instanceof EndOfWork);
      if (!batch.isEmpty()) {
        write(batch);
      }
    }
  }

  private List<Job<?>> next() {
    List<Job<?>> batch = new ArrayList<>();
    try {
      batch.add(queue.take());
      queue.drainTo(batch, BATCH - 1);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the writer", e);
    }
    return batch;
  }

  private void write(List<Job<?>> batch) {
    FrostbyteException refusal = broken;
    if (refusal != null) {
      batch.forEach(job -> job.future.completeExceptionally(refusal));
      return;
    }
    try {
      writeBatch(batch);
    } catch (IOException | RuntimeException | Error e) {
      breakOff(batch, Failures.of(e));
    }
  }

  private void writeBatch(List<Job<?>> batch) throws IOException {
    List<Draft> intents = drafts(batch, Effect::intent);
    if (!intents.isEmpty()) {
      force(intents);
      batch.forEach(job -> job.attempt(Effect::prepare));
      keys.force();
      batch.forEach(job -> job.attempt(Effect::perform));
      objects.sync();
    }
    publish(batch);
    projections.commitSometimes();
  }

  private void publish(List<Job<?>> batch) throws IOException {
    List<AuditReceipt> receipts = force(drafts(batch, Effect::outcome));
    int from = 0;
    for (Job<?> job : batch) {
      int end = from + job.drafts.size();
      job.finish(receipts.subList(from, end));
      from = end;
    }
    if (!receipts.isEmpty()) {
      projections.reach(receipts.getLast().index() + 1);
    }
  }

  /** Events of all jobs in order; one that cannot say its events fails alone and has none. */
  private static List<Draft> drafts(List<Job<?>> batch, Events events) {
    List<Draft> drafts = new ArrayList<>();
    for (Job<?> job : batch) {
      job.drafts = List.of();
      job.attempt(effect -> job.drafts = List.copyOf(events.of(effect)));
      drafts.addAll(job.drafts);
    }
    return drafts;
  }

  /** Appends events and takes them into the catalog. */
  private List<AuditReceipt> force(List<Draft> drafts) throws IOException {
    List<AuditReceipt> receipts = journal.force(drafts);
    for (int i = 0; i < receipts.size(); i++) {
      Draft draft = drafts.get(i);
      catalog.apply(new AuditEntry(receipts.get(i), draft.event(), draft.payload()), journal);
    }
    return receipts;
  }

  private static IllegalStateException closed() {
    return new IllegalStateException("the tenant is closed; open a session");
  }

  private void breakOff(List<Job<?>> batch, FrostbyteException why) {
    broken = why;
    batch.forEach(job -> job.future.completeExceptionally(why));
  }

  /** An effect and who waits for it. */
  private static final class Job<T> {
    private final Effect<T> effect;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private List<Draft> drafts = List.of();

    Job(Effect<T> effect) {
      this.effect = effect;
    }

    /** A step that fails, fails this job and no other. */
    void attempt(Step step) {
      if (future.isDone()) {
        return;
      }
      try {
        step.run(effect);
      } catch (IOException | RuntimeException | Error e) {
        undo(e);
        future.completeExceptionally(e);
      }
    }

    void finish(List<AuditReceipt> receipts) throws IOException {
      if (!future.isDone()) {
        future.complete(effect.apply(receipts));
      }
    }

    /** What cannot be undone now is swept when the tenant is opened: its intent stays open. */
    private void undo(Throwable why) {
      try {
        effect.undo();
      } catch (RuntimeException | Error e) {
        why.addSuppressed(e);
      }
    }
  }

  /** The events of an effect, before or after. */
  @FunctionalInterface
  private interface Events {
    List<Draft> of(Effect<?> effect) throws IOException;
  }

  /** One step of an effect. */
  @FunctionalInterface
  private interface Step {
    void run(Effect<?> effect) throws IOException;
  }

  /** Ends the thread. */
  private static final class EndOfWork implements Effect<Boolean> {
    @Override
    public List<Draft> intent() {
      return List.of();
    }

    @Override
    public List<Draft> outcome() {
      return List.of();
    }

    @Override
    public Boolean apply(List<AuditReceipt> receipts) {
      return true;
    }
  }
}
