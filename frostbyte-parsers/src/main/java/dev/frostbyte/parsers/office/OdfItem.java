package dev.frostbyte.parsers.office;

/**
 * Where in lists of an OpenDocument text a paragraph stands. Immutable, but for the counters of its
 * list.
 *
 * @param depth from 0; -1 outside lists
 * @param style of the list; may be empty
 * @param numbers counters of the outermost list
 * @param node the item, which may say its own number
 * @param waits whether the item has not shown its marker yet
 */
record OdfItem(int depth, String style, OdfLists.Counters numbers, Node node, boolean waits) {
  /** Outside lists. */
  static final OdfItem NONE = new OdfItem(-1, "", OdfLists.Counters.NONE, Node.NONE, false);

  /** Inside a list that stands here. */
  OdfItem list(Node list, OdfLists lists) {
    String said = list.attribute("text:style-name");
    String inner = said.isEmpty() ? style : said;
    OdfLists.Counters counters = depth < 0 ? lists.begin(list, inner) : numbers;
    return new OdfItem(Math.min(depth + 1, 99), inner, counters, Node.NONE, false);
  }

  /** At an item of this list; a list header shows no marker. */
  OdfItem item(Node item) {
    return new OdfItem(depth, style, numbers, item, item.is("text:list-item"));
  }

  /** Behind the first paragraph of the item. */
  OdfItem marked() {
    return new OdfItem(depth, style, numbers, node, false);
  }

  /** The marker the paragraph shows, counted; empty when it shows none. */
  String marker(OdfLists lists, OdfStyles styles, String paragraphStyle) {
    String group = "style:paragraph-properties";
    boolean off =
        styles
            .property("paragraph", paragraphStyle, group, "text:enable-numbering")
            .equals("false");
    if (!waits || off) {
      return "";
    }
    String own = styles.attribute("paragraph", paragraphStyle, "style:list-style-name");
    return lists.next(style.isEmpty() ? own : style, depth, node, numbers).strip();
  }
}
