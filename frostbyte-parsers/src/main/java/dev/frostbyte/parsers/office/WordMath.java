package dev.frostbyte.parsers.office;

import dev.frostbyte.parsers.internal.MathTerm;
import dev.frostbyte.parsers.internal.MathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads formulas of Office (OMML, ECMA-376 part 1, 22.1) as the terms of MathML they match. */
final class WordMath {
  private static final Map<String, List<String>> PARTS =
      Map.ofEntries(
          Map.entry("m:f", List.of("mfrac", "m:num", "m:den")),
          Map.entry("m:sSup", List.of("msup", "m:e", "m:sup")),
          Map.entry("m:sSub", List.of("msub", "m:e", "m:sub")),
          Map.entry("m:sSubSup", List.of("msubsup", "m:e", "m:sub", "m:sup")),
          Map.entry("m:limLow", List.of("munder", "m:e", "m:lim")),
          Map.entry("m:limUpp", List.of("mover", "m:e", "m:lim")),
          Map.entry("m:func", List.of("mrow", "m:fName", "m:e")));

  private WordMath() {}

  /** The formula on one line. */
  static String text(Node math) {
    return MathText.of(term(math));
  }

  private static MathTerm term(Node node) {
    List<String> shape = PARTS.getOrDefault(node.name(), List.of());
    if (!shape.isEmpty()) {
      return MathTerm.of(shape.getFirst(), parts(node, shape.subList(1, shape.size())));
    }
    return switch (node.name()) {
      case "m:t" -> new MathTerm("mtext", node.text(), List.of());
      case "m:rad" -> root(node);
      case "m:nary" -> large(node);
      case "m:d" -> fenced(node);
      case "m:m" -> MathTerm.of("mtable", children(node, "m:mr", "mtr"));
      case "m:eqArr" -> MathTerm.of("mtable", children(node, "m:e", "mrow"));
      case "m:mr" -> MathTerm.of("mtr", children(node, "m:e", "mrow"));
      default -> MathTerm.of("mrow", all(node));
    };
  }

  private static List<MathTerm> parts(Node node, List<String> names) {
    return names.stream().map(name -> term(node.child(name))).toList();
  }

  private static List<MathTerm> all(Node node) {
    return node.children().stream().map(WordMath::term).toList();
  }

  private static List<MathTerm> children(Node node, String name, String as) {
    return node.children(name).stream()
        .map(child -> as.equals("mtr") ? term(child) : MathTerm.of(as, all(child)))
        .toList();
  }

  private static MathTerm root(Node node) {
    Node degree = node.child("m:deg");
    MathTerm under = term(node.child("m:e"));
    return degree.children().isEmpty()
        ? MathTerm.of("msqrt", List.of(under))
        : MathTerm.of("mroot", List.of(under, term(degree)));
  }

  /** A sum, product or integral with its limits; without a sign it is an integral. */
  private static MathTerm large(Node node) {
    Node said = node.path("m:naryPr", "m:chr");
    MathTerm sign = MathTerm.of(said.exists() ? said.attribute("m:val") : "∫");
    MathTerm sub = term(node.child("m:sub"));
    MathTerm sup = term(node.child("m:sup"));
    boolean below = !MathText.of(sub).isEmpty();
    boolean above = !MathText.of(sup).isEmpty();
    MathTerm limits =
        below && above
            ? MathTerm.of("munderover", List.of(sign, sub, sup))
            : below
                ? MathTerm.of("munder", List.of(sign, sub))
                : above ? MathTerm.of("mover", List.of(sign, sup)) : sign;
    MathTerm gap = new MathTerm("mtext", " ", List.of());
    return MathTerm.of("mrow", List.of(limits, gap, term(node.child("m:e"))));
  }

  /** What stands in brackets; signs the author chose are kept. */
  private static MathTerm fenced(Node node) {
    Node properties = node.child("m:dPr");
    List<MathTerm> row = new ArrayList<>();
    row.add(sign(properties.child("m:begChr"), "("));
    for (Node part : node.children("m:e")) {
      if (row.size() > 1) {
        row.add(sign(properties.child("m:sepChr"), "|"));
      }
      row.add(term(part));
    }
    row.add(sign(properties.child("m:endChr"), ")"));
    return MathTerm.of("mrow", row);
  }

  private static MathTerm sign(Node said, String usual) {
    return MathTerm.of(said.exists() ? said.attribute("m:val") : usual);
  }
}
