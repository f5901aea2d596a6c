package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;
import java.util.List;

/**
 * A canonical document as one HTML page of semantic elements: nothing of the document is markup,
 * and nothing is fetched; links lead to the web, to mail or into the page. One use.
 */
final class HtmlRenderer {
  private static final int DEEPEST_HEADING = 6;

  private final LinkedText text;
  private final StringBuilder out = new StringBuilder();
  private int depth = -1;

  private HtmlRenderer(LinkedText text) {
    this.text = text;
  }

  static String render(CanonicalDocument document) {
    return "<!DOCTYPE html>\n<html"
        + (document.language().equals(CanonicalDocument.UNDETERMINED)
            ? ""
            : " lang=\"" + Html.escape(document.language()) + "\"")
        + ">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\""
        + " content=\"default-src 'none'\">\n<title>"
        + Html.escape(document.source().hex())
        + "</title>\n</head>\n<body>\n"
        + body(document)
        + "</body>\n</html>\n";
  }

  /** The elements alone, without the page around them. */
  static String body(CanonicalDocument document) {
    return body(document.elements(), LinkedText.of(document));
  }

  /** Some elements of this text. */
  static String body(List<Element> elements, LinkedText text) {
    HtmlRenderer renderer = new HtmlRenderer(text);
    elements.forEach(renderer::add);
    renderer.listTo(-1);
    return renderer.out.toString();
  }

  private void add(Element element) {
    listTo(element instanceof Element.ListItem item ? item.depth() : -1);
    switch (element) {
      case Element.Heading heading ->
          tag("h" + Math.min(heading.level(), DEEPEST_HEADING), heading.span());
      case Element.Paragraph paragraph -> tag("p", paragraph.span());
      case Element.ListItem item -> item(item);
      case Element.Table table -> out.append(HtmlTable.captioned(table, text)).append('\n');
      case Element.Preformatted code -> code(code);
      case Element.Figure figure -> figure(figure);
      case Element.Formula formula -> tag("pre", formula.span());
      case Element.Footnote note -> footnote(note);
      case Element.Furniture furniture ->
          out.append("<p class=\"")
              .append(ElementKind.FURNITURE)
              .append("\">")
              .append(slice(furniture.span()))
              .append("</p>\n");
    }
  }

  /**
   * Opens and closes lists until one of this depth waits for an item; -1 closes all. A deeper list
   * stands in the item before it.
   */
  private void listTo(int wanted) {
    for (; depth > wanted; depth--) {
      out.append("</li>\n</ul>\n");
    }
    out.append(depth >= 0 && depth == wanted ? "</li>\n" : "");
    for (; depth < wanted; depth++) {
      out.append(depth + 1 < wanted ? "<ul>\n<li>\n" : "<ul>\n");
    }
  }

  private void item(Element.ListItem item) {
    out.append("<li>");
    if (!item.marker().value().isEmpty()) {
      out.append("<span>").append(Html.escape(item.marker().value())).append("</span> ");
    }
    out.append(slice(item.span())).append('\n');
  }

  private void figure(Element.Figure figure) {
    out.append("<figure>");
    if (figure.span().length() > 0) {
      out.append("<figcaption>").append(slice(figure.span())).append("</figcaption>");
    }
    out.append("</figure>\n");
  }

  private void footnote(Element.Footnote note) {
    out.append("<aside role=\"doc-footnote\"><sup>")
        .append(Html.escape(note.marker().value()))
        .append("</sup> ")
        .append(slice(note.span()))
        .append("</aside>\n");
  }

  /** The class by which HTML Standard, 4.5.15, tells the language. */
  private void code(Element.Preformatted code) {
    if (code.language().value().isEmpty()) {
      tag("pre", code.span());
      return;
    }
    out.append("<pre><code class=\"language-")
        .append(Html.escape(code.language().value()))
        .append("\">")
        .append(slice(code.span()))
        .append("</code></pre>\n");
  }

  private void tag(String name, Span span) {
    out.append('<').append(name).append('>').append(slice(span));
    out.append("</").append(name).append(">\n");
  }

  private String slice(Span span) {
    return text.html(span);
  }
}
