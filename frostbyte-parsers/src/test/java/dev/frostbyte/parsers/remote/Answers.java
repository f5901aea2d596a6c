package dev.frostbyte.parsers.remote;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What parsers make of answers. */
final class Answers {
  static final ParseLimits SHALLOW =
      new ParseLimits(3, 100, 100_000, 10, 1_000, 10, 50, Duration.ofSeconds(30));

  private Answers() {}

  /** A recorded answer beside this class. */
  static byte[] recorded(String name) {
    try (InputStream in = Answers.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The blocks of an answer that is read to the end. */
  static List<Block> blocks(RemoteParser parser, byte[] answer) throws IOException {
    Recording recording = new Recording();
    ParseResult result = parse(parser, answer, recording);
    if (result instanceof ParseResult.Complete) {
      return recording.blocks();
    }
    throw new IllegalStateException(result.toString());
  }

  static ParseResult parse(RemoteParser parser, String answer) throws IOException {
    return parse(parser, answer.getBytes(StandardCharsets.UTF_8), new Recording());
  }

  static ParseResult parse(RemoteParser parser, byte[] answer, Recording recording)
      throws IOException {
    Egress egress = request -> new Egress.Response(200, "application/json", answer);
    DocumentSource source = DocumentSource.of(new byte[] {1, 2, 3});
    return parser.parse(source, MediaType.PDF, SHALLOW, egress, recording);
  }
}
