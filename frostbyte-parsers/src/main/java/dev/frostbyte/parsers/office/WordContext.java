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
    Relations relations,
    int page) {
  static WordContext read(Container container, Relations relations) throws IOException {
    WordStyles styles = WordStyles.read(container, relations.first("styles").orElse(""));
    WordNumbering numbering =
        WordNumbering.read(container, relations.first("numbering").orElse(""));
    return new WordContext(
        styles,
        numbering,
        new WordVisibility(styles, theme(container, relations)),
        WordNotes.read(container, relations),
        relations,
        Contrast.WHITE);
  }

  private static SlideTheme theme(Container container, Relations relations) throws IOException {
    String part = relations.first("theme").orElse("");
    if (!container.has(part)) {
      return SlideTheme.NONE;
    }
    try (XmlPart xml = container.xml(part)) {
      return SlideTheme.of(Node.NONE, xml.tree());
    }
  }

  /** The same for another part of the document. */
  WordContext of(Relations others) {
    return new WordContext(styles, numbering, visibility, notes, others, page);
  }
}
