package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The foot- and endnotes of a Word document, each given once, numbered in the order in which they
 * are asked for. One thread.
 */
final class WordNotes {
  private final Map<String, Note> notes = new LinkedHashMap<>();
  private int footnotes;
  private int endnotes;

  /**
   * A note.
   *
   * @param marker as Word numbers it unless told otherwise; empty for one nobody refers to
   * @param relations of the part it stands in
   */
  record Note(String marker, Node body, Relations relations) {}

  static WordNotes read(Container container, Relations relations) throws IOException {
    WordNotes notes = new WordNotes();
    notes.add(container, relations.first("footnotes").orElse(""), "footnote");
    notes.add(container, relations.first("endnotes").orElse(""), "endnote");
    return notes;
  }

  /**
   * The note of a reference; one without content when it was given before or is not there.
   *
   * @param reference the kind, a blank, and the id
   * @param marked whether the text shows a mark of its own instead of a number
   */
  Note take(String reference, boolean marked) {
    Note note = notes.remove(reference);
    if (note == null) {
      return new Note("", Node.NONE, Relations.NONE);
    }
    if (marked) {
      return note;
    }
    String marker =
        reference.startsWith("footnote")
            ? Integer.toString(++footnotes)
            : NumberFormats.write("lowerRoman", ++endnotes);
    return new Note(marker, note.body(), note.relations());
  }

  /** Those nobody asked for. */
  List<Note> rest() {
    return List.copyOf(notes.values());
  }

  private void add(Container container, String part, String kind) throws IOException {
    if (!container.has(part)) {
      return;
    }
    Relations relations = container.relations(part);
    try (XmlPart xml = container.xml(part)) {
      for (Node note : xml.tree().children("w:" + kind)) {
        if (note.attribute("w:type").isEmpty() || note.attribute("w:type").equals("normal")) {
          notes.put(kind + " " + note.attribute("w:id"), new Note("", note, relations));
        }
      }
    }
  }
}
