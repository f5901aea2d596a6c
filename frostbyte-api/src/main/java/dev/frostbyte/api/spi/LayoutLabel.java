package dev.frostbyte.api.spi;

/** What a {@link LayoutModel} takes a part of a page for. */
public enum LayoutLabel {
  /** The title of the document. */
  TITLE,
  /** A heading of a section; its level is told by how it is set. */
  HEADING,
  /** Running text. */
  TEXT,
  /** An item of a list, or a list of several. */
  LIST_ITEM,
  /** A table without its caption. */
  TABLE,
  /** A picture, drawing or chart without its caption. */
  FIGURE,
  /** What is written beside a table or figure to name it. */
  CAPTION,
  /** A formula set apart. */
  FORMULA,
  /** A note at the foot of the page. */
  FOOTNOTE,
  /** What runs above the text of every page. */
  PAGE_HEADER,
  /** What runs below the text of every page. */
  PAGE_FOOTER,
  /** Code or other text that keeps its lines and spaces. */
  CODE
}
