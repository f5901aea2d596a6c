package dev.frostbyte.parsers.office;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The paragraphs of a note, margin or comment as lines of one block. One thread. */
final class WordLines {
  private final WordContext context;
  private final List<WordText> texts = new ArrayList<>();

  private WordLines(WordContext context) {
    this.context = context;
  }

  /** All paragraphs below a node, those of tables too. */
  static WordLines of(Node node, WordContext context) {
    WordLines lines = new WordLines(context);
    lines.collect(node);
    return lines;
  }

  /** What is seen, one paragraph a line. */
  String visible() {
    return String.join("\n", texts.stream().map(text -> text.visible().strip()).toList());
  }

  /** Emits what follows the block that these lines became. */
  void after(Output out, boolean seen) throws IOException {
    new WordBlocks(context, out).after(texts, seen);
  }

  private void collect(Node node) {
    for (Node child : node.children()) {
      if (child.is("w:p")) {
        WordText text = new WordText(context);
        text.add(child, context.page());
        texts.add(text);
      } else {
        collect(child);
      }
    }
  }
}
