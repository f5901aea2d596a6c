package dev.frostbyte.parsers.office;

import java.util.ArrayList;
import java.util.List;

/** Plain text of DrawingML paragraphs. */
final class DrawingText {
  private DrawingText() {}

  /** Paragraphs of a text body, one a line. */
  static String plain(Node body) {
    List<String> lines = new ArrayList<>();
    for (Node paragraph : body.children("a:p")) {
      StringBuilder line = new StringBuilder();
      collect(paragraph, line);
      lines.add(line.toString());
    }
    return String.join("\n", lines).strip();
  }

  /** Text of one paragraph. */
  static String of(Node paragraph) {
    StringBuilder line = new StringBuilder();
    collect(paragraph, line);
    return line.toString();
  }

  /** Text of one child of a paragraph. */
  static String child(Node child) {
    StringBuilder text = new StringBuilder();
    switch (child.name()) {
      case "a:br" -> text.append('\n');
      case "a:pPr", "a:endParaRPr" -> {}
      default -> collect(child, text);
    }
    return text.toString();
  }

  /** Text of runs, fields and breaks, in order. */
  static void collect(Node node, StringBuilder text) {
    for (Node child : node.children()) {
      switch (child.name()) {
        case "a:t", "m:t" -> text.append(child.text());
        case "m:oMath", "m:oMathPara" -> text.append(WordMath.text(child));
        case "a:br" -> text.append('\n');
        case "a:pPr", "a:rPr", "a:endParaRPr" -> {}
        default -> collect(child, text);
      }
    }
  }
}
