package dev.frostbyte.it;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a whole Markdown file as one paragraph, marks and all. */
@Stage(name = "whole-markdown", spi = Stage.SPI)
@Parses(types = "text/markdown", pureText = true, onlyByName = true)
public final class WholeMarkdownParserProvider implements ParserProvider {
  /** For ServiceLoader. */
  public WholeMarkdownParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    return WholeMarkdownParserProvider::parse;
  }

  private static ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (InputStream in = source.stream()) {
      sink.accept(Block.paragraph(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
    return new ParseResult.Complete(0);
  }
}
