package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads RTF as a stream; no more than one table is held. Thread-safe, keeps nothing. */
final class RtfParser implements DocumentParser {
  private static final byte[] MAGIC = "{\\rtf".getBytes(StandardCharsets.US_ASCII);

  @Override
  public ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
      throws IOException {
    try (InputStream in = new BufferedInputStream(source.stream(), 1 << 16)) {
      in.mark(MAGIC.length);
      if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
        throw RefusedException.corrupted("The file does not begin as RTF.");
      }
      in.reset();
      Output out = new Output(sink, limits);
      RtfReader reader = new RtfReader(new RtfLexer(in), out, limits.maxDepth());
      return new ParseResult.Complete(out.whole(() -> read(reader, out)));
    } catch (RefusedException e) {
      return new ParseResult.Refused(e.problem());
    }
  }

  private static int read(RtfReader reader, Output out) throws IOException {
    reader.read();
    out.emit(new Block.Encoded(reader.encoding()));
    return 0;
  }
}
