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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads Markdown files whose lines that begin with a plus sign name files in them, as a test has
 * laid them down: so that a file may lie in itself. A line that begins with an exclamation mark
 * fails the first time it is read.
 */
@Stage(name = "nested", spi = Stage.SPI)
@Parses(types = "text/markdown", pureText = true, onlyByName = true)
public final class NestedParserProvider implements ParserProvider {
  private static final Map<String, byte[]> FILES = new ConcurrentHashMap<>();
  private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

  /** For ServiceLoader. */
  public NestedParserProvider() {}

  /** Lays a file down; its text. */
  static String put(String name, String text) {
    FILES.put(name, text.getBytes(StandardCharsets.UTF_8));
    return text;
  }

  static void put(String name, byte[] bytes) {
    FILES.put(name, bytes);
  }

  @Override
  public DocumentParser open(StageConfig config) {
    return NestedParserProvider::parse;
  }

  private static ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    String text;
    try (InputStream in = source.stream()) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String line : text.lines().toList()) {
      take(line, sink);
    }
    return new ParseResult.Complete(0);
  }

  private static void take(String line, ElementSink sink) throws IOException {
    if (line.startsWith("! ") && FAILED.add(line)) {
      throw new IllegalStateException("the first time");
    }
    if (line.startsWith("+ ")) {
      String name = line.substring(2);
      InputStream bytes = new ByteArrayInputStream(FILES.getOrDefault(name, new byte[0]));
      sink.acceptFile(name, "text/markdown", bytes, List.of());
    } else {
      sink.accept(Block.paragraph(line));
    }
  }
}
