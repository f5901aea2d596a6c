package dev.frostbyte.core;

import dev.frostbyte.api.model.UntrustedText;

/**
 * Hears how a run goes on. Called from several threads; must return quickly; what it throws is
 * ignored.
 */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = progress -> {};

  /** Something went on. */
  void progress(Progress progress);

  /**
   * One step of one file.
   *
   * @param finished files handed in that have an outcome so far, with all that lies in them
   * @param total files of the batch
   * @param file which file; one that lies in another is told of, too, but for its end
   * @param phase what it has entered
   */
  record Progress(int finished, int total, UntrustedText file, Phase phase) {}

  /** What a file goes through. */
  enum Phase {
    /** Being read and hashed. */
    READING,
    /** Being parsed. */
    PARSING,
    /** Being inspected. */
    INSPECTING,
    /** Being embedded. */
    EMBEDDING,
    /** Being written. */
    WRITING,
    /** Has its outcome, and so have all files in it. */
    FINISHED
  }
}
