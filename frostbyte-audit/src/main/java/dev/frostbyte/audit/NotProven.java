package dev.frostbyte.audit;

/** Says that what was read, together with hashes kept beside the journal, has another root. */
final class NotProven extends Exception {
  private static final long serialVersionUID = 1;
}
