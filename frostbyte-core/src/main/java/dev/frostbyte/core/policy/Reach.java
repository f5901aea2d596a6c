package dev.frostbyte.core.policy;

/** What findings in the visible text stop when together they reach the quarantine threshold. */
public enum Reach {
  /** The whole document. */
  DOCUMENT,
  /**
   * The chunks they touch, headings included, which are then neither embedded nor served: those in
   * which they reach it, and all of them when it takes several; the document only when no chunk is
   * left. Hidden text and file names stop the document all the same, since no chunk holds them.
   */
  CHUNK
}
