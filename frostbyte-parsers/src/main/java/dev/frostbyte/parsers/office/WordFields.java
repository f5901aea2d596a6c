package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.HiddenChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The fields of a paragraph, one in another, and what becomes of each. One thread. */
final class WordFields {
  private final Deque<WordField> open = new ArrayDeque<>();
  private final WordText paragraph;

  WordFields(WordText paragraph) {
    this.paragraph = paragraph;
  }

  /** Something was read; it is part of the results that have begun. */
  void read() {
    open.forEach(WordField::read);
  }

  /** An instruction outside a field is none that Word follows, but text nobody sees. */
  void instruct(String text) {
    if (open.isEmpty() || open.element().result() >= 0) {
      instructed(text, paragraph.length());
    } else {
      open.element().instruct(text);
    }
  }

  /**
   * A mark of a field: where it begins, where its result does, or where it ends.
   *
   * @param run the text of the run so far; takes what a field without a result shows
   */
  void mark(String kind, StringBuilder run) {
    if (kind.equals("begin")) {
      open.push(new WordField());
    } else if (kind.equals("separate") && !open.isEmpty()) {
      open.element().begin(paragraph.length() + run.length());
    } else if (kind.equals("end") && !open.isEmpty()) {
      end(run);
    }
  }

  /** What a field shows that is written in one element, besides the result it holds. */
  String simple(String instruction, int start, boolean shown) {
    if (shown) {
      instructed(instruction, start);
      return "";
    }
    return empty(instruction, start);
  }

  /** The paragraph ends, and with it fields that nothing else ends. */
  void breakOff() {
    while (!open.isEmpty()) {
      WordField ended = open.pop();
      instructed(ended.instruction(), start(ended));
    }
  }

  private void end(StringBuilder run) {
    int ahead = open.element().result() - paragraph.length();
    if (run.length() > Math.max(0, ahead)) {
      read();
    }
    WordField ended = open.pop();
    if (ended.isShown()) {
      instructed(ended.instruction(), start(ended));
    } else {
      run.append(empty(ended.instruction(), start(ended)));
    }
  }

  private int start(WordField field) {
    return field.result() < 0 ? paragraph.length() : field.result();
  }

  /** A field without a result shows what Word makes of it; else it is said that it is missing. */
  private String empty(String instruction, int start) {
    Optional<String> computed = WordField.computed(instruction);
    if (computed.isEmpty() || EqField.text(instruction).isEmpty()) {
      instructed(instruction, start);
    }
    if (computed.isEmpty() && WordField.isMissing(instruction)) {
      paragraph.drop("field");
    }
    return computed.orElse("");
  }

  private void instructed(String instruction, int start) {
    if (!WordField.isPlain(instruction)) {
      paragraph.hide(HiddenChannel.CODE, instruction);
    }
    if (WordField.isExchange(instruction)) {
      paragraph.drop("dde link");
    }
    WordField.target(instruction).ifPresent(target -> paragraph.linked(start, target));
  }
}
