package dev.frostbyte.api.model;

/** How text was kept from the eyes of a reader. */
public enum HiddenChannel {
  /** Colour equal or close to its background. */
  COLOUR,
  /** Too small to read. */
  SIZE,
  /**
   * Fully or almost transparent, PDF text render mode 3, or characters without a look: tags, runs
   * of zero-width characters.
   */
  INVISIBLE,
  /** Outside the page, its crop box or a clip. */
  OFF_PAGE,
  /**
   * Marked hidden by the format: Word vanish, CSS display or visibility, hidden sheet, row, column
   * or slide.
   */
  MARKED_HIDDEN,
  /** Painted over by something later. */
  COVERED,
  /** Deleted revision kept in the file. */
  DELETED,
  /** Comment or annotation. */
  COMMENT,
  /** Document property: title, author, subject, keywords, mail header. */
  METADATA,
  /** Alternative text of a picture or link. */
  ALTERNATIVE,
  /** Script, style or other code. */
  CODE,
  /** Where a link leads. */
  LINK
}
