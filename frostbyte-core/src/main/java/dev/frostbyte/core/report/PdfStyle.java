package dev.frostbyte.core.report;

/**
 * How text looks. Immutable.
 *
 * @param size in points
 * @param grey 0 black to 1 white
 * @param before blank above it, in points
 */
record PdfStyle(float size, boolean bold, float grey, float before) {
  static final PdfStyle TITLE = new PdfStyle(20, true, 0, 0);
  static final PdfStyle HEADING = new PdfStyle(13, true, 0, 16);
  static final PdfStyle LEAD = new PdfStyle(11.5f, true, 0, 6);
  static final PdfStyle BODY = new PdfStyle(9.5f, false, 0, 5);
  static final PdfStyle SMALL = new PdfStyle(8.5f, false, 0.25f, 5);
  static final PdfStyle CELL = new PdfStyle(7.8f, false, 0, 0);
  static final PdfStyle HEAD = new PdfStyle(7.8f, true, 0.2f, 0);

  /** From line to line, in points. */
  float leading() {
    return size * 1.32f;
  }

  PdfStyle heavy(boolean wanted) {
    return new PdfStyle(size, wanted, grey, before);
  }
}
