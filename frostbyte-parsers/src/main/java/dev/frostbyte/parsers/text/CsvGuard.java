package dev.frostbyte.parsers.text;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends the reading of separated values at a record that is too long or too wide, before it fills
 * the memory: a library holds a record as a whole. Follows the quotes as RFC 4180 and the library
 * do: a quote encloses a value where it is the first character of it. One thread.
 */
final class CsvGuard extends FilterReader {
  /**
   * Characters of a record; more than any table holds in a row, and little enough for the smallest
   * heap, which holds them some four times.
   */
  static final int LONGEST = 1 << 23;

  private final char delimiter;
  private final char quote;
  private Place place = Place.START;
  private int characters;
  private int columns = 1;

  private enum Place {
    /** Before a value. */
    START,
    /** In a value. */
    PLAIN,
    /** In quotes. */
    ENCLOSED,
    /** Behind a quote in quotes: it ends them, or is one of two. */
    QUOTE
  }

  /**
   * A guard.
   *
   * @param reader whose line ends are line feeds; closed with this one
   * @param quote that encloses values; {@link CsvDialect#NONE} when none does
   */
  CsvGuard(Reader reader, char delimiter, char quote) {
    super(reader);
    this.delimiter = delimiter;
    this.quote = quote;
  }

  @Override
  public int read() throws IOException {
    int character = super.read();
    if (character >= 0) {
      take((char) character);
    }
    return character;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++) {
      take(buffer[i]);
    }
    return read;
  }

  private void take(char character) throws RecordException {
    place = next(character);
    characters++;
    if (place == Place.START) {
      ended(character);
    }
    if (characters > LONGEST || columns > CsvTables.WIDEST) {
      throw new RecordException(columns > CsvTables.WIDEST);
    }
  }

  private Place next(char character) {
    if (place == Place.ENCLOSED) {
      return character == quote ? Place.QUOTE : Place.ENCLOSED;
    }
    if (character == quote && quote != CsvDialect.NONE && place != Place.PLAIN) {
      return Place.ENCLOSED;
    }
    return character == delimiter || character == '\n' ? Place.START : Place.PLAIN;
  }

  private void ended(char character) {
    columns++;
    if (character == '\n') {
      characters = 0;
      columns = 1;
    }
  }

  /** A record does not fit. */
  static final class RecordException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean wide;

    private RecordException(boolean wide) {
      super(
          wide
              ? "The table has more than " + CsvTables.WIDEST + " columns; no more are read."
              : "A record has more than " + LONGEST + " characters; no more are read.");
      this.wide = wide;
    }

    /** Whether it has too many columns rather than too many characters. */
    boolean isWide() {
      return wide;
    }
  }
}
