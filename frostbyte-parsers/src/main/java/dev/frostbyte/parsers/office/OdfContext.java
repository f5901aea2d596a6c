package dev.frostbyte.parsers.office;

/**
 * What the text of one OpenDocument file is read with. One thread.
 *
 * @param container where embedded objects are
 * @param lists counts the items of lists and the headings
 */
record OdfContext(Container container, OdfStyles styles, OdfLists lists, Output out) {
  static OdfContext of(Container container, Output out) {
    OdfStyles styles = new OdfStyles();
    return new OdfContext(container, styles, new OdfLists(styles), out);
  }
}
