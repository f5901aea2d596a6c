package dev.frostbyte.parsers.internal;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a formula on one line, much as Unicode Technical Note 28 (UnicodeMath) does: {@code
 * (a+b)/2}, {@code x^2}, {@code √(x)}, {@code ∑_(i=1)^n i}. Recursion is bounded by the depth of
 * the source. Thread-safe.
 */
public final class MathText {
  private MathText() {}

  /** The formula; empty when it has no symbols. */
  public static String of(MathTerm math) {
    return write(math).replaceAll("\\s+", " ").strip();
  }

  private static String write(MathTerm term) {
    List<MathTerm> parts = term.parts();
    if (parts.isEmpty()) {
      return term.name().equals("mtext") ? term.text() : term.text().strip();
    }
    return switch (term.name()) {
      case "mfrac" -> grouped(parts, 0) + "/" + grouped(parts, 1);
      case "msup", "mover" -> grouped(parts, 0) + "^" + grouped(parts, 1);
      case "msub", "munder" -> grouped(parts, 0) + "_" + grouped(parts, 1);
      case "msubsup", "munderover" ->
          grouped(parts, 0) + "_" + grouped(parts, 1) + "^" + grouped(parts, 2);
      case "msqrt" -> "√(" + row(parts) + ")";
      case "mroot" -> "√(" + written(parts, 1) + "&" + written(parts, 0) + ")";
      case "mfenced" -> "(" + joined(parts, ",") + ")";
      case "mtable" -> "(" + joined(parts, "; ") + ")";
      case "mtr", "mlabeledtr" -> joined(parts, " & ");
      case "semantics" -> written(parts, 0);
      case "annotation", "annotation-xml" -> "";
      default -> row(parts);
    };
  }

  private static String row(List<MathTerm> parts) {
    return joined(parts, "");
  }

  private static String joined(List<MathTerm> parts, String between) {
    return parts.stream().map(MathText::write).collect(Collectors.joining(between));
  }

  private static String written(List<MathTerm> parts, int at) {
    return at < parts.size() ? write(parts.get(at)) : "";
  }

  /** A part in brackets, unless it is one sign or one word or number. */
  private static String grouped(List<MathTerm> parts, int at) {
    String text = written(parts, at);
    boolean one = text.codePointCount(0, text.length()) == 1;
    boolean word = text.codePoints().allMatch(Character::isLetterOrDigit);
    boolean bracketed = text.startsWith("(") && text.indexOf(')') == text.length() - 1;
    return one || word || bracketed ? text : "(" + text + ")";
  }
}
