package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Emits a foot- or endnote of an OpenDocument text, each of its paragraphs a line. One thread. */
final class OdfNote {
  private final OdfContext context;
  private final List<OdfText> texts = new ArrayList<>();
  private final List<Node> tables = new ArrayList<>();

  OdfNote(OdfContext context) {
    this.context = context;
  }

  void emit(Node note) throws IOException {
    collect(note.child("text:note-body"));
    List<String> lines = texts.stream().map(text -> text.visible().strip()).toList();
    String words = String.join("\n", lines).strip();
    String marker = OdfText.plain(note.child("text:note-citation"));
    context.out().footnote(marker, words);
    OdfBlocks blocks = new OdfBlocks(context);
    blocks.after(texts, !words.isEmpty());
    for (Node table : tables) {
      blocks.one(table, OdfLook.PLAIN);
    }
  }

  private void collect(Node node) throws IOException {
    for (Node child : node.children()) {
      if (child.is("table:table")) {
        tables.add(child);
      } else if (child.is("text:p") || child.is("text:h")) {
        OdfText text = new OdfText(context);
        text.add(child, OdfLook.PLAIN);
        texts.add(text);
      } else {
        collect(child);
      }
    }
  }
}
