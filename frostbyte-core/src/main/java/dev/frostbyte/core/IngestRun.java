package dev.frostbyte.core;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.DocumentOutcome;
import java.util.Optional;

/**
 * A batch being processed. Outcomes are pulled, in the order of the files, each before those of the
 * files that lie in it; outcomes not taken hold back intake. Closing early parks the rest: finished
 * documents stay, the others are processed when the batch is handed in again. One thread at a time
 * takes outcomes: a second one that comes meanwhile is refused. Any thread may close, but a {@link
 * ProgressListener}, for which closing would wait, must not.
 */
public interface IngestRun extends AutoCloseable {
  /** The batch. */
  BatchId batch();

  /**
   * Waits for the next outcome; empty when every file, and every file in one that was stored, has
   * one. {@link DocumentOutcome#origin} tells which was handed in.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code AUDIT_UNAVAILABLE} when the journal
   *     refuses; hand the batch in again once it works. {@code CANCELLED} when the run was closed
   *     by another thread before this outcome
   * @throws IllegalStateException when another thread is waiting for an outcome of this run
   */
  Optional<DocumentOutcome> next();

  /** Ends the run; idempotent. Waits for the documents under way. */
  @Override
  void close();
}
