package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.report.ManifestFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A window moving over the files of a batch: as wide as files and bytes in flight allow. The lock
 * is held while an outcome is taken and while the run ends.
 */
final class Run implements IngestRun {
  /** Documents that a run reads again before its first file; minutes, mostly less. */
  private static final int MOST_UPGRADED = 500;

  /** The fact that counts the outcomes of files that lay in others. */
  static final String ATTACHMENTS = "attachments";

  private final RunContext context;
  private final Batch batch;
  private final PipelineLimits limits;
  private final DocumentProcessor processor;
  private final boolean rescanOnUpgrade;
  private final Deque<Pending> window = new ArrayDeque<>();
  private final Deque<DocumentOutcome> ready = new ArrayDeque<>();
  private @Nullable FrostbyteException failure;
  private long attachments;
  private final ReentrantLock lock = new ReentrantLock();
  private int next;
  private long bytesInFlight;
  private State state = State.NEW;
  private List<UUID> begun = List.of();

  Run(RunContext context, Batch batch, PipelineLimits limits, boolean rescanOnUpgrade) {
    this.rescanOnUpgrade = rescanOnUpgrade;
    this.context = context;
    this.batch = batch;
    this.limits = limits;
    this.processor = new DocumentProcessor(context);
  }

  @Override
  public BatchId batch() {
    return batch.id();
  }

  @Override
  public Optional<DocumentOutcome> next() {
    if (!lock.tryLock()) {
      throw new IllegalStateException(
          "another thread is taking an outcome of this run; let one thread take them");
    }
    try {
      return taken();
    } finally {
      lock.unlock();
    }
  }

  private Optional<DocumentOutcome> taken() {
    if (state == State.ENDED) {
      return Optional.empty();
    }
    if (ready.isEmpty()) {
      requireSound();
      requireSession();
      begin();
      fill();
      if (window.isEmpty()) {
        end();
        return Optional.empty();
      }
      take(window.getFirst());
    }
    return Optional.of(ready.removeFirst());
  }

  /** A file's outcome comes with those of the files in it; each is handed out by itself. */
  private void take(Pending head) {
    Taken taken = await(head);
    bytesInFlight -= window.removeFirst().bytes();
    ready.addAll(taken.outcomes());
    attachments += taken.outcomes().size() - 1;
    failure = taken.failure();
  }

  /** What ended the run in the middle of a file comes after the outcomes there were before it. */
  private void requireSound() {
    FrostbyteException ended = failure;
    if (ended != null) {
      close();
      throw ended;
    }
  }

  @Override
  public void close() {
    context.parked().set(true);
    lock.lock();
    try {
      state = State.ENDED;
      window.forEach(Run::settle);
      window.clear();
      ready.clear();
    } finally {
      lock.unlock();
    }
  }

  private void requireSession() {
    try {
      context.requireRunning();
    } catch (FrostbyteException e) {
      close();
      throw e;
    }
  }

  private Taken await(Pending head) {
    try {
      return Futures.await(head.outcome());
    } catch (FrostbyteException e) {
      close();
      throw e;
    }
  }

  private void begin() {
    if (state == State.NEW) {
      SortedMap<String, Object> facts = facts();
      judgeAgain(facts);
      Draft received =
          journal().sealed(event(EventType.BATCH_RECEIVED, facts, List.of()), record());
      context.begun().set(journal().force(received).index());
      begun = List.of(received.event().id());
      state = State.RUNNING;
    }
  }

  /** What the detectors of today stop is served no more before anything new is taken. */
  private void judgeAgain(SortedMap<String, Object> facts) {
    if (rescanOnUpgrade) {
      AtomicBoolean closed = context.sessionClosed();
      Rescanning served = new Rescanning(context.runtime(), context.actor(), closed);
      Failures.attempt(() -> served.upgrade(MOST_UPGRADED, context.parked()::get)).addTo(facts);
    }
  }

  private void end() {
    state = State.ENDED;
    SortedMap<String, Object> facts = facts();
    facts.put(ATTACHMENTS, attachments);
    journal().force(event(EventType.BATCH_COMPLETED, facts, begun));
    journal().seal();
  }

  private SortedMap<String, Object> facts() {
    return new TreeMap<>(Map.of("files", (long) batch.files().size()));
  }

  private Draft event(EventType type, SortedMap<String, Object> facts, List<UUID> previous) {
    return journal().draft(type, context.actor(), context.batchName(), facts, previous);
  }

  private BatchRecord record() {
    List<String> fileIds = batch.files().stream().map(BatchFile::fileId).toList();
    return new BatchRecord(batch.id(), fileIds, batch.manifest());
  }

  private Journal journal() {
    return context.runtime().parts().journal();
  }

  private void fill() {
    while (next < batch.files().size() && hasRoomFor(size(batch.files().get(next)))) {
      BatchFile file = batch.files().get(next);
      long bytes = size(file);
      next++;
      bytesInFlight += bytes;
      window.addLast(new Pending(context.runtime().turns().submit(() -> process(file)), bytes));
    }
  }

  private Taken process(BatchFile file) throws IOException {
    context.requireRunning();
    List<DocumentOutcome> outcomes = new ArrayList<>();
    try {
      FileTree.take(processor, file, outcomes::add);
      return new Taken(outcomes, null);
    } catch (FrostbyteException e) {
      if (outcomes.isEmpty()) {
        throw e;
      }
      return new Taken(outcomes, e);
    }
  }

  private boolean hasRoomFor(long bytes) {
    boolean fits = bytesInFlight + bytes <= limits.maxBytesInFlight();
    return window.isEmpty() || (window.size() < limits.maxFilesInFlight() && fits);
  }

  /** A file that cannot be asked counts as empty; reading it will say why. */
  private long size(BatchFile file) {
    try {
      return Math.min(Files.size(file.path()), limits.maxFileBytes());
    } catch (IOException e) {
      return 0;
    }
  }

  /** Waits even when interrupted: what is under way uses what is closed after the run. */
  private static void settle(Pending pending) {
    boolean interrupted = false;
    while (!pending.outcome().isDone()) {
      try {
        pending.outcome().get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException | CancellationException e) {
        System.getLogger(Run.class.getName())
            .log(System.Logger.Level.DEBUG, "A parked document has no outcome yet.");
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private enum State {
    NEW,
    RUNNING,
    ENDED
  }

  /** A file under way. */
  private record Pending(Future<Taken> outcome, long bytes) {}

  /**
   * A file that was taken, with what lies in it.
   *
   * @param outcomes its own first
   * @param failure what ended the run before all of it was taken; null when nothing did
   */
  private record Taken(List<DocumentOutcome> outcomes, @Nullable FrostbyteException failure) {}

  /**
   * Details of the event that begins a run.
   *
   * @param manifest null when it came without one
   */
  record BatchRecord(BatchId batch, List<String> fileIds, @Nullable ManifestFacts manifest) {}
}
