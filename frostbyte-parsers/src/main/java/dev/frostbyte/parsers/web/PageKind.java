package dev.frostbyte.parsers.web;

import org.jsoup.nodes.Element;

/** What the text of a page that is being collected will be. Immutable. */
sealed interface PageKind {
  /** Running text. */
  record Paragraph() implements PageKind {}

  /** A heading. */
  record Heading(int level) implements PageKind {}

  /** An item of a list. */
  record Item(int depth, String marker) implements PageKind {}

  /** Text with its line breaks, and the language of code, which may be empty. */
  record Preformatted(String language) implements PageKind {
    private static final String CLASS = "language-";

    /** The class by which HTML Standard, 4.5.15, tells the language of the code in it. */
    static Preformatted of(Element pre) {
      Element code = pre.firstElementChild();
      return new Preformatted(
          code == null || !code.normalName().equals("code")
              ? ""
              : code.classNames().stream()
                  .filter(name -> name.startsWith(CLASS))
                  .map(name -> name.substring(CLASS.length()))
                  .findFirst()
                  .orElse(""));
    }
  }
}
