package dev.frostbyte.parsers.worker;

/** What the process host is asked to put around a child. */
enum Sandbox {
  /** A process, and whatever locks the child can put on itself here. The default. */
  BEST("process"),
  /** A process and nothing else. */
  PLAIN("process"),
  /** As {@link #BEST}; a child that could not filter its system calls gets no document. */
  LOCKED("process"),
  /** Bubblewrap around the child, and whatever locks it can put on itself. */
  BUBBLEWRAP("bubblewrap");

  private final String word;

  Sandbox(String word) {
    this.word = word;
  }

  /** Whether children shall lock themselves. */
  boolean locks() {
    return this != PLAIN;
  }

  /** Whether a child with this lock is contained as asked. */
  boolean satisfiedBy(Lock lock) {
    return switch (this) {
      case BEST, BUBBLEWRAP -> true;
      case PLAIN -> lock == Lock.NONE;
      case LOCKED -> lock != Lock.NONE;
    };
  }

  /** The name of the level when this lock holds as well. */
  String level(Lock lock) {
    return word + lock.suffix();
  }
}
