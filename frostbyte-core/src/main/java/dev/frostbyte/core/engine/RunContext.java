package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.ProgressListener;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the documents of one run share. Thread-safe.
 *
 * @param actor pseudonym of the caller
 * @param batchName pseudonym of the batch, as events name it; empty for what belongs to no batch
 * @param begun journal index of the event that began the run; set before its first document
 * @param parked set when the run is closed: what can stop, stops
 * @param sessionClosed set when the session it belongs to is closed: a run ends with it
 */
record RunContext(
    TenantRuntime runtime,
    BatchId batch,
    String actor,
    String batchName,
    AtomicLong begun,
    int total,
    AtomicInteger finished,
    AtomicBoolean parked,
    AtomicBoolean sessionClosed,
    ProgressListener listener) {
  /** The fact that names the batch of an event. */
  static final String BATCH = "batch";

  /** The fact that names the run of an event. */
  static final String RUN = "run";

  /** For one document of no batch: the outcome of the file once handed in stays what it was. */
  static RunContext ofNoBatch(
      TenantRuntime runtime, String actor, BatchId of, AtomicBoolean sessionClosed) {
    return new RunContext(
        runtime,
        of,
        actor,
        "",
        new AtomicLong(),
        1,
        new AtomicInteger(),
        new AtomicBoolean(),
        sessionClosed,
        ProgressListener.NONE);
  }

  Trail trail(DocumentId document) {
    return trail(document, List.of());
  }

  /** A trail that follows from events of another. */
  Trail trail(DocumentId document, List<UUID> causes) {
    return trail(document, null, causes);
  }

  /** The trail of a file that lies in another; null when it was handed in. */
  Trail trail(DocumentId document, Origin.@Nullable Attachment in, List<UUID> causes) {
    return new Trail(runtime.parts().journal(), actor, marks(in), document, causes);
  }

  /** Two runs of one batch may overlap, so their events say which of them they are of. */
  private Map<String, Object> marks(Origin.@Nullable Attachment in) {
    Map<String, Object> marks = new TreeMap<>();
    if (!batchName.isEmpty()) {
      marks.put(BATCH, batchName);
      marks.put(RUN, begun.get());
    }
    if (in != null) {
      marks.put(Kinship.PARENT, in.document().value());
    }
    return marks;
  }

  /** Fails with {@code CANCELLED} once the run or its session is closed. */
  void requireRunning() {
    if (parked.get() || sessionClosed.get()) {
      throw FrostbyteException.of(
          ProblemCode.CANCELLED, "The run was closed before this file had an outcome.");
    }
  }

  /** Tells the listener; what it throws is its own affair. */
  void tell(UntrustedText file, ProgressListener.Phase phase) {
    int done =
        phase == ProgressListener.Phase.FINISHED ? finished.incrementAndGet() : finished.get();
    try {
      listener.progress(new ProgressListener.Progress(done, total, file, phase));
    } catch (RuntimeException | Error e) {
      System.getLogger(RunContext.class.getName())
          .log(
              System.Logger.Level.WARNING, "A progress listener threw {0}", e.getClass().getName());
    }
  }
}
