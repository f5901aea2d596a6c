package dev.frostbyte.core.inspect;

import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the marks by which chat models part the turns of a conversation, in a folded view whose
 * blanks are left out, so that {@code < | im_start | >} is found too. Linear: each mark is searched
 * by its first letter.
 */
final class Delimiters {
  private static final List<Mark> MARKS =
      List.of(
          new Mark("<|im_start|>", 0.85),
          new Mark("<|im_end|>", 0.75),
          new Mark("<|im_sep|>", 0.75),
          new Mark("<|system|>", 0.85),
          new Mark("<|user|>", 0.75),
          new Mark("<|assistant|>", 0.8),
          new Mark("<|endoftext|>", 0.75),
          new Mark("<|endofprompt|>", 0.8),
          new Mark("<|eot_id|>", 0.8),
          new Mark("<|start_header_id|>", 0.85),
          new Mark("<|begin_of_text|>", 0.8),
          new Mark("<start_of_turn>", 0.8),
          new Mark("<end_of_turn>", 0.75),
          new Mark("[inst]", 0.75),
          new Mark("[/inst]", 0.75),
          new Mark("<<sys>>", 0.85),
          new Mark("<</sys>>", 0.8),
          new Mark("[system](#", 0.8),
          new Mark("```system\n", 0.75),
          new Mark("{\"role\":\"system\"", 0.75),
          new Mark("###system:", 0.75),
          new Mark("###systemprompt", 0.6),
          new Mark("beginsystemprompt", 0.75),
          new Mark("endofsystemprompt", 0.75),
          new Mark("[systemmessage]", 0.75),
          new Mark("[systemoverride]", 0.85),
          new Mark("[/system]", 0.75),
          new Mark("[/systeme]", 0.75),
          new Mark("[/sistema]", 0.75),
          new Mark("\n[system]", 0.5),
          new Mark("\n[systeme]", 0.5),
          new Mark("\n[sistema]", 0.5),
          new Mark("```systemyou", 0.75),
          new Mark("```systemnew", 0.75),
          new Mark("<system>", 0.5),
          new Mark("###instruction:", 0.25),
          new Mark("\nsystem:you", 0.8),
          new Mark("\nassistant:sure", 0.75));

  private Delimiters() {}

  /** A mark without blanks and its score. */
  private record Mark(String text, double score) {}

  /**
   * A mark found.
   *
   * @param from first code point of the inspected text
   * @param to one past the last
   */
  record Hit(double score, int from, int to) {}

  static void find(View folded, Consumer<Hit> found) {
    View.Builder dense = new View.Builder(folded.length() + 1);
    dense.add('\n', 0, 0);
    for (int i = 0; i < folded.length(); i++) {
      int codePoint = folded.at(i);
      if (codePoint == '\n' || !Character.isWhitespace(codePoint)) {
        dense.add(codePoint, folded.from(i), folded.to(i));
      }
    }
    findIn(dense.build(), found);
  }

  private static void findIn(View dense, Consumer<Hit> found) {
    for (int at = 0; at < dense.length(); at++) {
      for (Mark mark : MARKS) {
        if (dense.at(at) == mark.text().charAt(0) && stands(dense, at, mark.text())) {
          found.accept(
              new Hit(mark.score(), dense.from(at), dense.to(at + mark.text().length() - 1)));
        }
      }
    }
  }

  private static boolean stands(View dense, int at, String mark) {
    for (int i = 1; i < mark.length(); i++) {
      if (dense.peek(at + i) != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
