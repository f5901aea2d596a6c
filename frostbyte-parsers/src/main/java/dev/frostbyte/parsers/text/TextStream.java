package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.spi.DocumentSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * A document's characters, read as often as they are opened and never held as a whole. Immutable.
 *
 * @param skip bytes before them: a byte order mark
 */
record TextStream(DocumentSource source, int skip, TextEncoding encoding) {
  private static final int BUFFER = 1 << 16;

  /** The characters, every line end as {@code \n}; whoever opens it closes it. */
  Reader open() throws IOException {
    return new LineEnds(decoder(CodingErrorAction.REPLACE));
  }

  /** All characters at once. */
  String all() throws IOException {
    StringBuilder all = new StringBuilder((int) Math.min(source.size(), 1 << 20));
    CharBuffer buffer = CharBuffer.allocate(BUFFER);
    try (Reader reader = open()) {
      while (reader.read(buffer) >= 0) {
        all.append(buffer.flip());
        buffer.clear();
      }
    }
    return all.toString();
  }

  /**
   * Counts the characters.
   *
   * @throws java.nio.charset.CharacterCodingException when the bytes break the rules of the
   *     encoding and are not to be repaired
   */
  Census count(boolean repairing) throws IOException {
    CodingErrorAction action = repairing ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
    Census census = new Census();
    char[] buffer = new char[BUFFER];
    try (Reader reader = decoder(action)) {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        census.add(buffer, read);
      }
    }
    return census;
  }

  private Reader decoder(CodingErrorAction action) throws IOException {
    InputStream in = source.stream();
    in.skipNBytes(skip);
    Charset charset = Charset.forName(encoding.name());
    return new InputStreamReader(
        in, charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
  }

  /** What a text is made of. One thread. */
  static final class Census {
    private long characters;
    private long controls;
    private boolean zeros;

    private void add(char[] buffer, int length) {
      characters += length;
      for (int i = 0; i < length; i++) {
        controls += isControl(buffer[i]) ? 1 : 0;
        zeros |= buffer[i] == 0;
      }
    }

    /** Whether any character is NUL. */
    boolean hasZeros() {
      return zeros;
    }

    /** More than one control character in fifty is no text. */
    boolean looksBinary() {
      return controls * 50 > characters;
    }

    private static boolean isControl(char c) {
      boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x1b;
      return (c < 0x20 && !space) || c == 0x7f || c == 0xfffd;
    }
  }

  /** Makes every line end {@code \n}. */
  private static final class LineEnds extends Reader {
    private final Reader from;
    private boolean afterReturn;

    LineEnds(Reader from) {
      this.from = from;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      int kept = 0;
      while (kept == 0) {
        int read = from.read(into, offset, length);
        if (read <= 0) {
          return read;
        }
        kept = kept(into, offset, read);
      }
      return kept;
    }

    /** Moves what stays to the front; how much that is. */
    private int kept(char[] into, int offset, int read) {
      int to = offset;
      for (int i = offset; i < offset + read; i++) {
        boolean second = afterReturn && into[i] == '\n';
        afterReturn = into[i] == '\r';
        if (!second) {
          into[to++] = afterReturn ? '\n' : into[i];
        }
      }
      return to - offset;
    }

    @Override
    public void close() throws IOException {
      from.close();
    }
  }
}
