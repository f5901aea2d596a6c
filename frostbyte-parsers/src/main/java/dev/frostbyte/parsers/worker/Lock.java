package dev.frostbyte.parsers.worker;

/** What a child has taken away from itself. The position in this list is its number on the wire. */
enum Lock {
  /** Nothing: no Linux, another architecture, Java 21, or a kernel that has no such locks. */
  NONE(""),
  /** No network, no programs, no other processes: a system-call filter over all threads. */
  SECCOMP("-seccomp"),
  /**
   * That, and no files but its code, the system's libraries and its own folder, for the thread that
   * reads documents and every thread it starts.
   */
  SECCOMP_LANDLOCK("-seccomp-landlock");

  private final String suffix;

  Lock(String suffix) {
    this.suffix = suffix;
  }

  /** What it adds to the name of a level. */
  String suffix() {
    return suffix;
  }

  static Lock of(int number) throws MalformedFrameException {
    if (number >= values().length) {
      throw new MalformedFrameException("unknown lock");
    }
    return values()[number];
  }
}
