package dev.frostbyte.parsers.web;

import org.jsoup.nodes.Element;

/** Tells what of a page is furniture: navigation, site header and footer, asides. */
final class Furnishing {
  private Furnishing() {}

  /** A header that holds the page's heading, or belongs to an article, is none. */
  static boolean is(Element element) {
    String role = element.attr("role");
    return switch (element.normalName()) {
      case "nav" -> true;
      case "aside" -> !isNote(element);
      case "header" -> isOfSite(element) && element.selectFirst("h1, h2") == null;
      case "footer" -> isOfSite(element);
      default -> role.matches("navigation|banner|contentinfo|complementary|search");
    };
  }

  /** A footnote of a book (EPUB Structural Semantics, DPUB-ARIA) stands in an aside. */
  private static boolean isNote(Element aside) {
    return (aside.attr("epub:type") + " " + aside.attr("role")).matches("(?i).*(foot|end)note.*");
  }

  private static boolean isOfSite(Element element) {
    for (Element at = element.parent(); at != null; at = at.parent()) {
      if (at.normalName().matches("article|main|section")) {
        return false;
      }
    }
    return true;
  }
}
