package dev.frostbyte.parsers.web;

/** What the text of a page that is being collected will be. Immutable. */
sealed interface PageKind {
  /** Running text. */
  record Paragraph() implements PageKind {}

  /** A heading. */
  record Heading(int level) implements PageKind {}

  /** An item of a list. */
  record Item(int depth, String marker) implements PageKind {}

  /** Text with its line breaks. */
  record Preformatted() implements PageKind {}
}
