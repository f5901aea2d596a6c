package dev.frostbyte.parsers.pdf;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the Markdown of every PDF of a folder, for the benchmark's evaluator. */
final class CorpusRun {
  private CorpusRun() {}

  /** Takes the folder of documents and the folder for the results. */
  public static void main(String[] args) throws IOException {
    Path into = Files.createDirectories(Path.of(args[1]));
    PdfParser parser = (PdfParser) new PdfParserProvider().open(StageConfig.none());
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".pdf")).sorted().toList()) {
        String name = String.valueOf(file.getFileName()).replaceAll("pdf$", "md");
        Files.writeString(into.resolve(name), markdown(parser, file));
      }
    }
  }

  private static String markdown(PdfParser parser, Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    ParseResult result =
        parser.parse(
            DocumentSource.of(Files.readAllBytes(file)),
            MediaType.PDF,
            ParseLimits.DEFAULT,
            blocks::add);
    if (!(result instanceof ParseResult.Complete)) {
      System.err.println(file.getFileName() + " " + result);
    }
    return MarkdownView.of(blocks);
  }
}
