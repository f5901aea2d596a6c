package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class HostileOfficeTest {
  private static final ParseLimits LIMITS =
      new ParseLimits(500, 50_000, 500_000, 2_000, 64 << 20, 200, 200, Duration.ofMinutes(1));
  private static final Map<String, ParserProvider> PROVIDERS =
      Map.of(
          "docx", new DocxParserProvider(),
          "xlsx", new XlsxParserProvider(),
          "pptx", new PptxParserProvider());

  @Test
  void endsEveryHostileFileWithAnAnswer() throws IOException {
    Map<String, String> ends = new TreeMap<>();
    try (Stream<Path> files = Files.list(hostile())) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        ParserProvider provider = PROVIDERS.get(name.substring(name.lastIndexOf('.') + 1));
        if (provider != null) {
          ends.put(name, end(provider, file));
        }
      }
    }
    assertThat(ends).hasSizeGreaterThan(40);
    assertThat(ends.values())
        .allMatch(end -> end.matches("complete|max[A-Za-z]+|FILE_CORRUPTED|FILE_ENCRYPTED"))
        .contains("complete", "maxCharacters", "FILE_CORRUPTED", "FILE_ENCRYPTED");
  }

  private static String end(ParserProvider provider, Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      DocumentSource source = DocumentSource.of(Files.readAllBytes(file));
      return switch (parser.parse(source, MediaType.UNKNOWN, LIMITS, blocks::add)) {
        case ParseResult.Complete complete -> "complete";
        case ParseResult.Cut cut -> "cut";
        case ParseResult.Refused refused -> word(refused.problem().code());
      };
    } catch (BudgetReachedException e) {
      return e.limit();
    }
  }

  private static String word(ProblemCode code) {
    return code.name();
  }

  private static Path hostile() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path folder = at.resolve("shared/corpus/safety/hostile");
      if (Files.isDirectory(folder)) {
        return folder;
      }
    }
    return Assumptions.abort("../shared/corpus/safety/hostile is not beside the repository");
  }
}
