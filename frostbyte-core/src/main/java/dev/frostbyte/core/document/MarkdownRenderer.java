package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;

/** Writes the body of a document as Markdown. One thread. */
final class MarkdownRenderer {
  private static final int DEEPEST_HEADING = 6;

  private final CodePoints text;
  private final StringBuilder out = new StringBuilder();
  private boolean inList;

  private MarkdownRenderer(CodePoints text) {
    this.text = text;
  }

  static String render(CanonicalDocument document) {
    MarkdownRenderer renderer = new MarkdownRenderer(CodePoints.of(document.original().value()));
    document.elements().forEach(renderer::add);
    return renderer.out.toString().stripLeading() + "\n";
  }

  private void add(Element element) {
    boolean item = element instanceof Element.ListItem;
    switch (element) {
      case Element.Heading heading ->
          block(
              "#".repeat(Math.min(heading.level(), DEEPEST_HEADING))
                  + " "
                  + MarkdownText.inline(slice(heading.span())));
      case Element.Paragraph paragraph -> line(paragraph.span());
      case Element.ListItem listItem -> item(listItem);
      case Element.Table table -> block(MarkdownTable.render(table, text));
      case Element.Preformatted code -> block(MarkdownText.fenced(slice(code.span())));
      case Element.Figure figure -> line(figure.span());
      case Element.Formula formula -> block(MarkdownText.fenced(slice(formula.span())));
      case Element.Footnote note -> footnote(note);
      case Element.Furniture furniture -> {
        return;
      }
    }
    inList = item;
  }

  private void line(Span span) {
    if (span.length() > 0) {
      block(MarkdownText.line(slice(span)));
    }
  }

  private void footnote(Element.Footnote note) {
    String marker = note.marker().value();
    String text = slice(note.span());
    block(
        marker.matches("[A-Za-z0-9]+")
            ? "[^" + marker + "]: " + MarkdownText.inline(text)
            : MarkdownText.line((marker + " " + text).strip()));
  }

  private void item(Element.ListItem item) {
    String marker = item.marker().value().matches("[0-9]{1,9}[.)]") ? item.marker().value() : "-";
    String line = "   ".repeat(item.depth()) + marker + " " + MarkdownText.line(slice(item.span()));
    out.append(inList ? "\n" : "\n\n").append(line);
  }

  private void block(String markdown) {
    out.append("\n\n").append(markdown);
  }

  private String slice(Span span) {
    return text.slice(span.start(), span.end());
  }
}
