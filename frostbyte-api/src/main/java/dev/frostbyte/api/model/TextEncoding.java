package dev.frostbyte.api.model;

import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * In which encoding a document's bytes were read as characters, and what said so. Immutable.
 *
 * @param name as IANA registers it, such as {@code UTF-8}
 */
public record TextEncoding(String name, Basis basis) {
  /** What an encoding was told from. */
  public enum Basis {
    /** A byte order mark. */
    MARK,
    /** The document, or what carries it, names the encoding. */
    DECLARED,
    /** The bytes: no other encoding fits, or one is clearly likelier. */
    DETECTED,
    /** Nothing: what most such files are. */
    ASSUMED
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:+-]{0,39}");

  /** Checks the name, which must not be able to carry text of a document. */
  public TextEncoding {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("the name of an encoding must match " + NAME.pattern());
    }
  }

  /** This encoding, told from that. */
  public static TextEncoding of(Charset charset, Basis basis) {
    return new TextEncoding(charset.name(), basis);
  }
}
