package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;

/**
 * Writes the body of a document as Markdown (CommonMark 0.31 with the pipe tables and footnotes of
 * GFM). Code is indented, and fenced only after a note, which it would join; code after code is one
 * block with a blank line. One thread.
 */
final class MarkdownRenderer {
  private static final int DEEPEST_HEADING = 6;

  private final LinkedText text;
  private final StringBuilder out = new StringBuilder();
  private final MarkdownList list = new MarkdownList();
  private boolean afterItem;
  private boolean afterNote;

  private MarkdownRenderer(LinkedText text) {
    this.text = text;
  }

  static String render(CanonicalDocument document) {
    MarkdownRenderer renderer = new MarkdownRenderer(LinkedText.of(document));
    document.elements().forEach(renderer::add);
    return renderer.out.substring(Math.min(2, renderer.out.length())) + "\n";
  }

  private void add(Element element) {
    switch (element) {
      case Element.Heading heading ->
          block(
              "#".repeat(Math.min(heading.level(), DEEPEST_HEADING))
                  + " "
                  + MarkdownText.heading(text.pieces(heading.span())));
      case Element.Paragraph paragraph -> line(paragraph.span());
      case Element.ListItem listItem -> item(listItem);
      case Element.Table table -> block(MarkdownTable.render(table, text));
      case Element.Preformatted code -> code(slice(code.span()));
      case Element.Figure figure -> line(figure.span());
      case Element.Formula formula -> code(slice(formula.span()));
      case Element.Footnote note -> footnote(note);
      case Element.Furniture furniture -> {}
    }
  }

  private void line(Span span) {
    if (span.length() > 0) {
      block(MarkdownText.line(text.pieces(span)));
    }
  }

  private void footnote(Element.Footnote note) {
    String marker = note.marker().value();
    String words = slice(note.span());
    if (marker.matches("[A-Za-z0-9]+")) {
      block("[^" + marker + "]: " + MarkdownText.line(words));
      afterNote = true;
    } else {
      block(MarkdownText.line((marker + " " + words).strip()));
    }
  }

  private void item(Element.ListItem item) {
    String marker = item.marker().value().matches("[0-9]{1,9}[.)]") ? item.marker().value() : "-";
    String words = MarkdownText.line(text.pieces(item.span()));
    boolean close = afterItem && !list.needsBlankLine(item.depth(), marker);
    out.append(close ? "\n" : "\n\n").append(list.item(item.depth(), marker, words));
    afterItem = true;
    afterNote = false;
  }

  /** Code after an item belongs to it. */
  private void code(String code) {
    String lines = MarkdownText.withoutOuterBlankLines(code);
    String block = afterNote ? MarkdownText.fenced(lines) : MarkdownText.code(lines);
    out.append("\n\n").append(list.inside(block));
    afterItem = false;
    afterNote = false;
  }

  private void block(String markdown) {
    list.end();
    out.append("\n\n").append(markdown);
    afterItem = false;
    afterNote = false;
  }

  private String slice(Span span) {
    return text.slice(span);
  }
}
