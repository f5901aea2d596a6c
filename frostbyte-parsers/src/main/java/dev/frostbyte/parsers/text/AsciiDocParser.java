package dev.frostbyte.parsers.text;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.IOException;

/** Reads the block structure of AsciiDoc line by line; linear in the length of the text. */
final class AsciiDocParser implements DocumentParser {
  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    return switch (Decoding.read(source)) {
      case Decoding.None none -> none.refused();
      case Decoding.Result.Text text -> {
        sink.accept(new Block.Encoded(text.encoding()));
        yield emit(text.value(), sink);
      }
    };
  }

  private static ParseResult emit(String text, ElementSink sink) throws IOException {
    new AsciiDocBlocks(text.lines().toList(), sink).read();
    return new ParseResult.Complete(0, AsciiDocCount.of(text));
  }
}
