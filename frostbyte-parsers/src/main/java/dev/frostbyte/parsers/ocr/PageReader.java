package dev.frostbyte.parsers.ocr;

/** Recognises the text of pages, one after the other or several at a time. Thread-safe. */
interface PageReader extends AutoCloseable {
  /**
   * Everything a page says.
   *
   * @param scale points a pixel
   * @throws RefusedException when the page, or every page, cannot be read
   */
  Sheet read(Pixels page, float scale) throws RefusedException;

  /** Whether the page seems to be in a language whose letters cannot be told. */
  boolean isForeign(Sheet sheet);

  /** What shapes the result, besides the configuration. */
  String fingerprint();

  /** Waits for pages under way. */
  @Override
  void close();
}
