package dev.frostbyte.api.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A media type without parameters (RFC 6838), lower case. Immutable.
 *
 * @param value such as {@code application/pdf}
 */
public record MediaType(String value) implements Comparable<MediaType> {
  /** First, since the constants below are checked by it when the class is loaded. */
  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");

  /** PDF. */
  public static final MediaType PDF = new MediaType("application/pdf");

  /** Word document, OOXML. */
  public static final MediaType DOCX =
      new MediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  /** Excel workbook, OOXML. */
  public static final MediaType XLSX =
      new MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** PowerPoint deck, OOXML. */
  public static final MediaType PPTX =
      new MediaType("application/vnd.openxmlformats-officedocument.presentationml.presentation");

  /** HTML. */
  public static final MediaType HTML = new MediaType("text/html");

  /** Mail (RFC 5322). */
  public static final MediaType EML = new MediaType("message/rfc822");

  /** Markdown (RFC 7763). */
  public static final MediaType MARKDOWN = new MediaType("text/markdown");

  /** Comma or otherwise separated values (RFC 4180). */
  public static final MediaType CSV = new MediaType("text/csv");

  /** Plain text. */
  public static final MediaType TEXT = new MediaType("text/plain");

  /** What is not recognised. */
  public static final MediaType UNKNOWN = new MediaType("application/octet-stream");

  /** Checks the shape. */
  public MediaType {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a media type must be type/subtype in lower case, without parameters");
    }
  }

  /** Reads a header value: parameters are dropped, case is folded. */
  public static MediaType parse(String header) {
    int parameters = header.indexOf(';');
    String essence = parameters < 0 ? header : header.substring(0, parameters);
    return new MediaType(essence.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(MediaType other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
