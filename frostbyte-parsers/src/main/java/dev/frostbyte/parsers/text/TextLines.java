package dev.frostbyte.parsers.text;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Characters for reading lines: a form feed ends a line, and a line longer than all that may be
 * emitted ends the reading. One thread.
 */
final class TextLines extends FilterReader {
  private final ParseLimits limits;
  private long line;

  TextLines(Reader from, ParseLimits limits) {
    super(from);
    this.limits = limits;
  }

  static void require(long characters, ParseLimits limits) throws BudgetReachedException {
    if (characters > limits.maxCharacters()) {
      throw new BudgetReachedException("maxCharacters", limits.maxCharacters());
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    for (int i = offset; i < offset + read; i++) {
      into[i] = into[i] == '\f' ? '\n' : into[i];
      line = into[i] == '\n' ? 0 : line + 1;
    }
    require(line, limits);
    return read;
  }
}
