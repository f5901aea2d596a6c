package dev.frostbyte.parsers.office;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.pdf.MarkdownView;
import dev.frostbyte.parsers.web.HtmlParserProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the Markdown of every office file of a folder, for the benchmark's evaluator. */
final class CorpusRun {
  private static final Map<String, ParserProvider> PROVIDERS =
      Map.of(
          "docx", new DocxParserProvider(),
          "xlsx", new XlsxParserProvider(),
          "pptx", new PptxParserProvider(),
          "odt", new OdtParserProvider(),
          "ods", new OdsParserProvider(),
          "odp", new OdpParserProvider(),
          "html", new HtmlParserProvider(),
          "epub", new EpubParserProvider(),
          "rtf", new RtfParserProvider());

  private CorpusRun() {}

  /** Takes the folder of documents and the folder for the results. */
  public static void main(String[] arguments) throws IOException {
    Path into = Files.createDirectories(Path.of(arguments[1]));
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1);
        ParserProvider provider = PROVIDERS.get(extension);
        if (provider != null) {
          Files.writeString(into.resolve(name + ".md"), markdown(provider, file));
        }
      }
    }
  }

  private static String markdown(ParserProvider provider, Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    long start = System.nanoTime();
    String end;
    try (DocumentParser parser = provider.open(StageConfig.none())) {
      DocumentSource source = DocumentSource.of(Files.readAllBytes(file));
      ParseResult result =
          parser.parse(source, MediaType.UNKNOWN, ParseLimits.DEFAULT, blocks::add);
      end = result.toString();
    } catch (IOException e) {
      end = e.toString();
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println(
        file.getFileName() + " " + blocks.size() + " blocks " + millis + " ms " + end);
    blocks.replaceAll(CorpusRun::indented);
    return MarkdownView.of(blocks);
  }

  /** The truth of the corpus indents code, as Markdown does. */
  private static Block indented(Block block) {
    return block.bare() instanceof Block.Preformatted code
        ? Block.paragraph(code.text().value().indent(4), code.regions())
        : block;
  }
}
