package dev.frostbyte.it;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.util.List;

/** Reads every Markdown file as one sentence, or, told so, finds each of them damaged. */
@Stage(name = "fickle", spi = Stage.SPI)
@Parses(types = "text/markdown", pureText = true, onlyByName = true)
public final class FickleParserProvider implements ParserProvider {
  private record Settings(boolean strict) {}

  /** For ServiceLoader. */
  public FickleParserProvider() {}

  @Override
  public DocumentParser open(StageConfig config) {
    Settings settings = config.bind(new Settings(false));
    return (source, type, limits, sink) -> {
      if (settings.strict()) {
        return new ParseResult.Refused(
            Problem.of(ProblemCode.FILE_CORRUPTED, "The file is damaged."));
      }
      sink.accept(Block.paragraph("A rate is fixed for a year.", List.of()));
      return new ParseResult.Complete(1);
    };
  }
}
