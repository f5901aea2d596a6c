package dev.frostbyte.api.model;

/**
 * Why a parser took a piece of a document for what it calls it, and how it was set: evidence for a
 * person or a program that doubts it. Immutable.
 *
 * @param basis where the judgement comes from
 * @param confidence of the text as read, 0 to 1; 1 where the format states its characters
 * @param fontSize in points as shown; 0 when unknown
 * @param bold whether most of it is set bold
 * @param italic whether most of it is set italic or oblique
 */
public record Evidence(
    Basis basis, float confidence, float fontSize, boolean bold, boolean italic) {
  /** Where a judgement comes from. */
  public enum Basis {
    /** Not told. */
    UNSTATED,
    /** The format says so: a style, a tag, an element. */
    MARKUP,
    /** Conventions of plain text, such as an underlined line. */
    CONVENTION,
    /** Position, size and weight of what is shown. */
    LAYOUT,
    /** Characters recognised in a picture. */
    OCR,
    /**
     * The text layer of a scan: text that nobody sees, under a picture of the page, written by
     * whoever recognised it. Its characters are what the file states, not what the picture shows.
     */
    OCR_LAYER
  }

  /** Nothing is told. */
  public static final Evidence NONE = of(Basis.UNSTATED);

  /** Checks the numbers. */
  public Evidence {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be 0 to 1, got " + confidence);
    }
    if (!(fontSize >= 0 && fontSize <= 10_000)) {
      throw new IllegalArgumentException("font size must be 0 to 10000, got " + fontSize);
    }
  }

  /** A judgement of this origin, certain of its characters, with nothing known of its look. */
  public static Evidence of(Basis basis) {
    return new Evidence(basis, 1, 0, false, false);
  }

  /** Characters recognised with this confidence. */
  public static Evidence ocr(float confidence) {
    return new Evidence(Basis.OCR, confidence, 0, false, false);
  }

  /** The same judgement of text that looks like this. */
  public Evidence set(float size, boolean inBold, boolean inItalic) {
    return new Evidence(basis, confidence, size, inBold, inItalic);
  }
}
