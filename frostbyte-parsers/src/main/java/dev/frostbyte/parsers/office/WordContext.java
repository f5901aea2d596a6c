package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What paragraphs of a Word document need to be understood: styles, lists and notes. One thread.
 *
 * @param notes bodies of foot- and endnotes, named by kind, blank, id
 * @param page colour of the page
 */
record WordContext(
    WordStyles styles,
    WordNumbering numbering,
    WordVisibility visibility,
    Map<String, Node> notes,
    int page) {
  static WordContext read(Container container, Relations relations) throws IOException {
    WordStyles styles = WordStyles.read(container, relations.first("styles").orElse(""));
    WordNumbering numbering =
        WordNumbering.read(container, relations.first("numbering").orElse(""));
    Map<String, Node> notes = new LinkedHashMap<>();
    notes(container, relations.first("footnotes").orElse(""), "footnote", notes);
    notes(container, relations.first("endnotes").orElse(""), "endnote", notes);
    return new WordContext(styles, numbering, new WordVisibility(styles), notes, Contrast.WHITE);
  }

  private static void notes(Container container, String part, String kind, Map<String, Node> into)
      throws IOException {
    if (!container.has(part)) {
      return;
    }
    try (XmlPart xml = container.xml(part)) {
      for (Node note : xml.tree().children("w:" + kind)) {
        if (note.attribute("w:type").isEmpty() || note.attribute("w:type").equals("normal")) {
          into.put(kind + " " + note.attribute("w:id"), note);
        }
      }
    }
  }
}
