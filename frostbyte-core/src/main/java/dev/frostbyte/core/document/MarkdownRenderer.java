package dev.frostbyte.core.document;

import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the body of a document as Markdown (CommonMark 0.31 with the pipe tables of GFM). Code is
 * indented, and fenced where its language is known; indented code after such code is one block with
 * a blank line. One thread.
 */
final class MarkdownRenderer {
  private static final int DEEPEST_HEADING = 6;

  private final LinkedText text;
  private final StringBuilder out = new StringBuilder();
  private final MarkdownList list = new MarkdownList();
  private boolean afterItem;

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
      case Element.Preformatted code -> code(code.language().value(), slice(code.span()));
      case Element.Figure figure -> line(figure.span());
      case Element.Formula formula -> code("", slice(formula.span()));
      case Element.Footnote note -> footnote(note);
      case Element.Furniture furniture -> {}
    }
  }

  private void line(Span span) {
    if (span.length() > 0) {
      block(MarkdownText.line(text.pieces(span)));
    }
  }

  /**
   * A note as text under its mark: where the mark stands in the text is not known, and a footnote
   * of GFM that nothing refers to is not shown.
   */
  private void footnote(Element.Footnote note) {
    List<LinkedText.Piece> words = new ArrayList<>();
    words.add(new LinkedText.Piece((note.marker().value() + " ").stripLeading(), ""));
    words.addAll(text.pieces(note.span()));
    block(MarkdownText.line(words));
  }

  /** A marker that Markdown has none for, such as a), is the first word of its item. */
  private void item(Element.ListItem item) {
    String written = item.marker().value();
    boolean number = written.matches("[0-9]{1,9}[.)]");
    String marker = number ? written : "-";
    List<LinkedText.Piece> pieces = new ArrayList<>(text.pieces(item.span()));
    if (!number && written.codePoints().anyMatch(Character::isLetterOrDigit)) {
      pieces.addFirst(new LinkedText.Piece(written + " ", ""));
    }
    String words = MarkdownText.line(pieces);
    boolean close = afterItem && !list.needsBlankLine(item.depth(), marker);
    out.append(close ? "\n" : "\n\n").append(list.item(item.depth(), marker, words));
    afterItem = true;
  }

  /** Code after an item belongs to it. */
  private void code(String language, String code) {
    String lines = MarkdownText.withoutOuterBlankLines(code);
    String block =
        language.isEmpty() ? MarkdownText.code(lines) : MarkdownText.fenced(language, lines);
    out.append("\n\n").append(list.inside(block));
    afterItem = false;
  }

  private void block(String markdown) {
    list.end();
    out.append("\n\n").append(markdown);
    afterItem = false;
  }

  private String slice(Span span) {
    return text.slice(span);
  }
}
