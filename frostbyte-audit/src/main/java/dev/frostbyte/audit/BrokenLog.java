package dev.frostbyte.audit;

/** Stored bytes do not verify. Stays inside this package; the message never holds content. */
final class BrokenLog extends Exception {
  private static final long serialVersionUID = 1;

  BrokenLog(String what) {
    super(what);
  }

  /** What does not verify. */
  String what() {
    return String.valueOf(getMessage());
  }
}
