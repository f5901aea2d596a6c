package dev.frostbyte.parsers.web;

import dev.frostbyte.parsers.internal.MathTerm;
import dev.frostbyte.parsers.internal.MathText;
import java.util.List;
import org.jsoup.nodes.Element;

/** Reads a formula of a page (MathML). */
final class PageMath {
  /** Deeper formulas are read as the symbols they hold. */
  private static final int DEEPEST = 100;

  private PageMath() {}

  /** The formula as its author wrote it in TeX, else on one line. */
  static String text(Element math) {
    for (Element written : math.select("annotation")) {
      if (written.attr("encoding").toLowerCase(java.util.Locale.ROOT).contains("tex")) {
        return written.wholeText().strip();
      }
    }
    return MathText.of(term(math, 0));
  }

  private static MathTerm term(Element element, int depth) {
    String name = element.normalName();
    if (depth == DEEPEST || element.childrenSize() == 0) {
      return new MathTerm(name, element.text(), List.of());
    }
    return MathTerm.of(
        name, element.children().stream().map(child -> term(child, depth + 1)).toList());
  }
}
