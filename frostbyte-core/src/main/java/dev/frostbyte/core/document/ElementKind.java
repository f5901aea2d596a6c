package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Element;

/** The word by which JSON names the kind of an element. Stateless. */
final class ElementKind {
  static final String HEADING = "heading";
  static final String PARAGRAPH = "paragraph";
  static final String LIST_ITEM = "list-item";
  static final String TABLE = "table";
  static final String PREFORMATTED = "preformatted";
  static final String FIGURE = "figure";
  static final String FORMULA = "formula";
  static final String FOOTNOTE = "footnote";
  static final String FURNITURE = "furniture";

  private ElementKind() {}

  static String of(Element element) {
    return switch (element) {
      case Element.Heading heading -> HEADING;
      case Element.Paragraph paragraph -> PARAGRAPH;
      case Element.ListItem item -> LIST_ITEM;
      case Element.Table table -> TABLE;
      case Element.Preformatted preformatted -> PREFORMATTED;
      case Element.Figure figure -> FIGURE;
      case Element.Formula formula -> FORMULA;
      case Element.Footnote note -> FOOTNOTE;
      case Element.Furniture furniture -> FURNITURE;
    };
  }
}
