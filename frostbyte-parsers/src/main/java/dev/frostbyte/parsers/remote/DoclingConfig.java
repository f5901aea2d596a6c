package dev.frostbyte.parsers.remote;

import java.time.Duration;

/**
 * What docling-serve is asked.
 *
 * @param url base address of the service, such as {@code https://docling.example.com}; must be
 *     given
 * @param ocr whether pictures of text are read
 * @param forceOcr whether all text is read from the picture of the page, whatever the file says
 * @param ocrLanguages words of the service's own OCR engine, such as {@code en,de}; empty for its
 *     default
 * @param tables how tables are read
 * @param timeout most time for an answer; the reading's own deadline, if shorter, holds
 * @param answerBytes most bytes of an answer
 */
record DoclingConfig(
    String url,
    boolean ocr,
    boolean forceOcr,
    String ocrLanguages,
    Tables tables,
    Duration timeout,
    int answerBytes) {
  static final DoclingConfig DEFAULT =
      new DoclingConfig("", true, false, "", Tables.ACCURATE, Duration.ofMinutes(2), 32 << 20);

  /** Docling's table modes. */
  enum Tables {
    /** Faster. */
    FAST,
    /** Better. */
    ACCURATE
  }
}
