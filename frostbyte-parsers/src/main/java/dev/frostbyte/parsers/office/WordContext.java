package dev.frostbyte.parsers.office;

import java.io.IOException;

/**
 * What paragraphs of a Word document need to be understood: styles, lists and notes. One thread.
 *
 * @param relations of the part being read
 * @param page colour of the page
 */
record WordContext(
    WordStyles styles,
    WordNumbering numbering,
    WordVisibility visibility,
    WordNotes notes,
    Graphics graphics,
    Relations relations,
    int page) {
  static WordContext read(Container container, Relations relations) throws IOException {
    WordStyles styles = WordStyles.read(container, relations.first("styles").orElse(""));
    WordNumbering numbering =
        WordNumbering.read(container, relations.first("numbering").orElse(""));
    SlideTheme theme = SlideTheme.read(container, relations.first("theme").orElse(""));
    return new WordContext(
        styles,
        numbering,
        new WordVisibility(styles, theme),
        WordNotes.read(container, relations),
        new Graphics(container, theme, Contrast.WHITE),
        relations,
        Contrast.WHITE);
  }

  /** The same for another part of the document. */
  WordContext of(Relations others) {
    return new WordContext(styles, numbering, visibility, notes, graphics, others, page);
  }
}
