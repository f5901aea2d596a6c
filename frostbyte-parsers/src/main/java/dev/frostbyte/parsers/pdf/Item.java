package dev.frostbyte.parsers.pdf;

/** What reading order is made of. */
sealed interface Item permits Chunk, TableDraft {
  /** Where it stands in the frame of the page. */
  Rect rect();
}
