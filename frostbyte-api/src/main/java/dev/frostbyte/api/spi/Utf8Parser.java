package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A parser of a format that is UTF-8 text without pages: takes the bytes, decodes them strictly
 * without a byte order mark, and turns what is malformed into a refusal that quotes nothing. What
 * remains to write is the format. Holds the whole document in memory; thread-safe when {@link
 * #read} is.
 */
public interface Utf8Parser extends DocumentParser {
  /**
   * Emits the blocks of a document.
   *
   * @param text not blank
   * @throws MalformedTextException when the text breaks the rules of the format; what was emitted
   *     is then never published
   * @throws IOException when the sink fails
   */
  void read(String text, ElementSink sink) throws IOException;

  /** The bytes to decode: the document's own, unless the format wraps them below the characters. */
  default byte[] unwrapped(byte[] bytes) {
    return bytes;
  }

  @Override
  default ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    byte[] bytes;
    try (InputStream in = source.stream()) {
      bytes = in.readAllBytes();
    }
    try {
      String text = decoded(unwrapped(bytes));
      if (text.isBlank()) {
        return refused(ProblemCode.FILE_EMPTY, "The file holds no text.");
      }
      read(text, sink);
      return new ParseResult.Complete(0);
    } catch (CharacterCodingException e) {
      return refused(ProblemCode.FILE_CORRUPTED, "The file must be UTF-8 text and is not.");
    } catch (MalformedTextException e) {
      return refused(
          ProblemCode.FILE_CORRUPTED, "The text breaks the rules of its type, " + type + ".");
    }
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static ParseResult refused(ProblemCode code, String message) {
    return new ParseResult.Refused(Problem.of(code, message));
  }
}
