package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Expected;
import dev.frostbyte.parsers.internal.Ink;
import java.io.IOException;
import java.io.Reader;

/**
 * Counts what separated values hold from the decoded characters alone: all signs but the separator
 * and the quotes, also where these are part of a value. So it is the least that must have been
 * read, whatever way the quotes are paired. Stateless.
 */
final class CsvCount {
  private static final int BUFFER = 1 << 16;

  private CsvCount() {}

  /** Reads the text once more. */
  static Expected of(CsvDialect dialect) throws IOException {
    long count = 0;
    char[] buffer = new char[BUFFER];
    try (Reader text = dialect.text().open()) {
      text.skip(dialect.from());
      for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
        count += Ink.of(values(buffer, read, dialect));
      }
    }
    return new Expected(count);
  }

  private static CharSequence values(char[] buffer, int length, CsvDialect dialect) {
    StringBuilder values = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      boolean quote = dialect.quote() != CsvDialect.NONE && buffer[i] == dialect.quote();
      if (!quote && buffer[i] != dialect.delimiter()) {
        values.append(buffer[i]);
      }
    }
    return values;
  }
}
