package dev.frostbyte.parsers.office;

import dev.frostbyte.parsers.internal.MathTerm;
import dev.frostbyte.parsers.internal.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the instruction of a field {@code EQ}, which is a formula that Word draws anew each time
 * and whose result no file holds (ECMA-376 part 1, 17.16.5.18). One thread.
 */
final class EqField {
  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;
  private boolean tooDeep;

  /** What a switch has behind its name. */
  private record Options(String names, String left, String right, int columns) {}

  private EqField(String text) {
    this.text = text;
  }

  /** The formula on one line; empty when there is none, or it is nested too deeply. */
  static Optional<String> text(String instruction) {
    String bare = instruction.strip();
    if (!bare.regionMatches(true, 0, "EQ", 0, 2)) {
      return Optional.empty();
    }
    EqField field = new EqField(bare.substring(2).strip());
    String formula = MathText.of(field.sequence(true));
    boolean whole = field.at == field.text.length();
    return whole && !field.tooDeep && !formula.isEmpty() ? Optional.of(formula) : Optional.empty();
  }

  /** Up to a bracket or separator of what is around it; at the top to the end. */
  private MathTerm sequence(boolean top) {
    List<MathTerm> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int open = 0;
    while (at < text.length() && (top || open > 0 || ",;)".indexOf(text.charAt(at)) < 0)) {
      char letter = text.charAt(at);
      if (letter == '\\' && isSwitch()) {
        parts.add(new MathTerm("mtext", plain.toString(), List.of()));
        plain.setLength(0);
        parts.add(element());
      } else {
        at += letter == '\\' ? 1 : 0;
        open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        plain.append(at < text.length() ? text.charAt(at) : ' ');
        at = Math.min(text.length(), at + 1);
      }
    }
    parts.add(new MathTerm("mtext", plain.toString(), List.of()));
    return MathTerm.of("mrow", parts);
  }

  private boolean isSwitch() {
    boolean named = at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    tooDeep |= named && depth == DEEPEST;
    return named && !tooDeep;
  }

  private MathTerm element() {
    char name = Character.toLowerCase(text.charAt(at + 1));
    at += 2;
    Options options = options();
    List<MathTerm> arguments = arguments();
    return term(name, options, arguments);
  }

  private Options options() {
    StringBuilder names = new StringBuilder();
    String left = "(";
    String right = ")";
    int columns = 1;
    skipBlanks();
    while (at + 2 < text.length() && text.charAt(at) == '\\') {
      String name = text.substring(at + 1, at + 3).toLowerCase(Locale.ROOT);
      at += 3;
      names.append(name).append(' ');
      int number = number();
      columns = name.equals("co") ? Math.max(1, number) : columns;
      String sign = name.matches("[lrbfv]c") ? sign() : "";
      left = name.matches("[lb]c") ? sign : left;
      right = name.equals("rc") ? sign : name.equals("bc") ? closing(sign) : right;
      skipBlanks();
    }
    return new Options(names.toString(), left, right, columns);
  }

  private int number() {
    int from = at;
    while (at < text.length() && Character.isDigit(text.charAt(at)) && at - from < 6) {
      at++;
    }
    return from == at ? 0 : Integer.parseInt(text.substring(from, at));
  }

  /** A sign behind a backslash. */
  private String sign() {
    skipBlanks();
    at += at < text.length() && text.charAt(at) == '\\' ? 1 : 0;
    String sign = at < text.length() ? text.substring(at, at + 1) : "";
    at += sign.length();
    return sign;
  }

  private static String closing(String sign) {
    int kind = "([{<".indexOf(sign);
    return sign.isEmpty() || kind < 0 ? sign : ")]}>".substring(kind, kind + 1);
  }

  private List<MathTerm> arguments() {
    List<MathTerm> arguments = new ArrayList<>();
    if (at >= text.length() || text.charAt(at) != '(') {
      return arguments;
    }
    depth++;
    boolean more = true;
    while (more) {
      at++;
      arguments.add(sequence(false));
      more = at < text.length() && text.charAt(at) != ')';
    }
    at = Math.min(text.length(), at + 1);
    depth--;
    return arguments;
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private static MathTerm term(char name, Options options, List<MathTerm> parts) {
    MathTerm first = parts.isEmpty() ? MathTerm.of("") : parts.getFirst();
    MathTerm last = parts.isEmpty() ? first : parts.getLast();
    return switch (name) {
      case 'f' -> MathTerm.of("mfrac", parts);
      case 'r' ->
          parts.size() > 1
              ? MathTerm.of("mroot", List.of(last, first))
              : MathTerm.of("msqrt", parts);
      case 's' -> raised(options, first, last, parts.size());
      case 'i' -> integral(options, parts);
      case 'a' -> array(options, parts);
      case 'b' ->
          MathTerm.of(
              "mrow", List.of(MathTerm.of(options.left()), first, MathTerm.of(options.right())));
      case 'l' -> separated(parts);
      default -> MathTerm.of("mrow", parts);
    };
  }

  private static MathTerm raised(Options options, MathTerm first, MathTerm last, int number) {
    MathTerm nothing = MathTerm.of("");
    if (number > 1) {
      return MathTerm.of("msubsup", List.of(nothing, last, first));
    }
    boolean lowered = options.names().contains("do");
    return MathTerm.of(lowered ? "msub" : "msup", List.of(nothing, first));
  }

  private static MathTerm integral(Options options, List<MathTerm> parts) {
    boolean sum = options.names().contains("su");
    String sign = sum ? "∑" : options.names().contains("pr") ? "∏" : "∫";
    List<MathTerm> limits = new ArrayList<>(List.of(MathTerm.of(sign)));
    limits.addAll(parts.subList(0, Math.min(2, parts.size())));
    List<MathTerm> whole = new ArrayList<>(List.of(MathTerm.of("msubsup", limits)));
    parts.stream().skip(2).forEach(part -> whole.addAll(List.of(space(), part)));
    return MathTerm.of("mrow", whole);
  }

  private static MathTerm array(Options options, List<MathTerm> parts) {
    List<MathTerm> rows = new ArrayList<>();
    for (int from = 0; from < parts.size(); from += options.columns()) {
      int to = Math.min(parts.size(), from + options.columns());
      rows.add(MathTerm.of("mtr", parts.subList(from, to)));
    }
    return MathTerm.of("mtable", rows);
  }

  private static MathTerm separated(List<MathTerm> parts) {
    List<MathTerm> all = new ArrayList<>();
    for (MathTerm part : parts) {
      all.add(MathTerm.of(all.isEmpty() ? "" : ","));
      all.add(part);
    }
    return MathTerm.of("mrow", all);
  }

  private static MathTerm space() {
    return new MathTerm("mtext", " ", List.of());
  }
}
