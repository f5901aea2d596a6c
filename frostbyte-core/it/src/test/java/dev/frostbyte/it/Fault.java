package dev.frostbyte.it;

/**
 * What goes wrong at one call from the engine to a stage, a store or the journal. Immutable.
 *
 * @param call name of the call, such as {@code ObjectStore.sync}
 * @param occurrence which one of this name, from 1
 */
record Fault(String call, int occurrence, Kind kind) {
  /** Ways to fail. */
  enum Kind {
    /** Nothing is done, and said so. */
    REFUSED,
    /** Nothing is done; the virtual machine ran out of memory. */
    OUT_OF_MEMORY,
    /** It is done, and reported as failed. */
    DONE_BUT_FAILED,
    /** The process ends before it is done. */
    CRASH_BEFORE,
    /** The process ends when it is done and nobody was told yet. */
    CRASH_AFTER
  }

  /** No fault at all. */
  static final Fault NONE = new Fault("nothing", 0, Kind.REFUSED);

  /** The end of the process, as the engine that goes on without it sees it. */
  static final class Crashed extends Error {
    private static final long serialVersionUID = 1;

    Crashed() {
      super("the process ended here");
    }
  }
}
