package dev.frostbyte.parsers.model;

/** What a detection model sees of a table. */
enum TablePart {
  /** A row, from side to side. */
  ROW,
  /** A column, from top to bottom. */
  COLUMN,
  /** The rows that are headings. */
  HEADER,
  /** A cell over several rows or columns. */
  SPAN
}
