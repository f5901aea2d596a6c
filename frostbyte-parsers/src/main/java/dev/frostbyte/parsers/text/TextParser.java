package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts plain text at blank lines and form feeds and hands on each group of lines. */
final class TextParser implements DocumentParser {
  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.open(source)) {
      case Decoding.None none -> none.refused();
      case Decoding.Opened.Stream text -> {
        sink.accept(new Block.Encoded(text.value().encoding()));
        yield emit(text.value(), limits, sink);
      }
    };
  }

  /** No more than one group of lines is held, and of that no more than may be emitted. */
  private static ParseResult emit(TextStream text, ParseLimits limits, ElementSink sink)
      throws IOException {
    TextBlocks blocks = new TextBlocks(sink);
    List<String> group = new ArrayList<>();
    long held = 0;
    try (BufferedReader lines = new BufferedReader(new TextLines(text.open(), limits))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          blocks.group(group);
          group = new ArrayList<>();
          held = 0;
        } else {
          held += line.length();
          TextLines.require(held, limits);
          group.add(line.stripTrailing());
        }
      }
    }
    blocks.group(group);
    return new ParseResult.Complete(0, TextCount.of(text));
  }
}
