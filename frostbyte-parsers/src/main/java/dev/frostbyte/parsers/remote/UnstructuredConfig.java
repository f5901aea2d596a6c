package dev.frostbyte.parsers.remote;

import java.time.Duration;

/**
 * What the Unstructured API is asked.
 *
 * @param url base address of the service, such as {@code https://unstructured.example.com}; must be
 *     given
 * @param strategy how PDF and pictures are read
 * @param languages of the document for OCR, such as {@code eng,deu}; empty for the service's guess
 * @param pixelsPerInch how many units of the answer's coordinates make an inch: 72 where the
 *     service reads text, 200 where it reads pictures of pages
 * @param timeout most time for an answer; the reading's own deadline, if shorter, holds
 * @param answerBytes most bytes of an answer
 */
record UnstructuredConfig(
    String url,
    Strategy strategy,
    String languages,
    int pixelsPerInch,
    Duration timeout,
    int answerBytes) {
  static final UnstructuredConfig DEFAULT =
      new UnstructuredConfig("", Strategy.AUTO, "", 72, Duration.ofMinutes(2), 32 << 20);

  /** The service's strategies. */
  enum Strategy {
    /** The service chooses. */
    AUTO,
    /** Text only. */
    FAST,
    /** A layout model. */
    HI_RES,
    /** Everything from the picture of the page. */
    OCR_ONLY
  }
}
