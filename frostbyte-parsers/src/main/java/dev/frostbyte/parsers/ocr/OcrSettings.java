package dev.frostbyte.parsers.ocr;

/**
 * Settings of the text recognition. Immutable.
 *
 * @param output what is emitted; default {@code blocks}
 * @param recognisedPages most pages of one file that are read; others are named as dropped
 */
record OcrSettings(Output output, int recognisedPages) {
  static final OcrSettings DEFAULT = new OcrSettings(Output.BLOCKS, OcrParserProvider.PAGES);

  OcrSettings {
    OcrParserProvider.requirePages(recognisedPages);
  }

  /** What is emitted. */
  enum Output {
    /** Headings, paragraphs, list items. */
    BLOCKS,
    /**
     * For parsers that lay pages out themselves: every word as a paragraph, its box on the level
     * page and as high as its type is large; words of one line have one top and bottom. Lines that
     * are painted there come after them, each as a figure.
     */
    WORDS
  }
}
