package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts plain text at blank lines and form feeds and hands on each group of lines. */
final class TextParser implements DocumentParser {
  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.read(source)) {
      case Decoding.Result.None none -> none.refused();
      case Decoding.Result.Text text -> emit(text.value(), sink);
    };
  }

  private static ParseResult emit(String text, ElementSink sink) throws IOException {
    TextBlocks blocks = new TextBlocks(sink);
    List<String> group = new ArrayList<>();
    for (String line : (Iterable<String>) text.replace('\f', '\n').lines()::iterator) {
      if (line.isBlank()) {
        blocks.group(group);
        group = new ArrayList<>();
      } else {
        group.add(line.stripTrailing());
      }
    }
    blocks.group(group);
    return new ParseResult.Complete(0);
  }
}
