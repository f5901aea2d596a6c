package dev.frostbyte.parsers.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.junit.jupiter.api.Test;

class ConductTest {
  @Test
  void isFoundByServiceLoader() {
    assertThat(ServiceLoader.load(ParserProvider.class))
        .anyMatch(provider -> provider instanceof PdfParserProvider);
    assertThat(PdfParserProvider.class.getAnnotation(Stage.class).name()).isEqualTo("pdf");
    assertThat(PdfParserProvider.class.getAnnotation(Parses.class).types())
        .containsExactly(MediaType.PDF.value());
    assertThat(Pdf.PARSER.fingerprint()).matches("pdfbox \\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void refusesUnknownConfiguration() {
    StageConfig config = StageConfig.of(Map.of("colour", "red"));
    assertThatThrownBy(() -> new PdfParserProvider().open(config))
        .isInstanceOf(FrostbyteException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void readsNoSystemFontsAndWritesNoFontCache() throws IOException {
    Path cache = Path.of(System.getProperty("user.home"), ".pdfbox.cache");
    boolean before = Files.exists(cache);
    Pdf.blocks(Pdf.page(page -> Pdf.text(page, 60, 700, "Set in a font that is not embedded")));
    assertThat(FontMappers.instance()).isSameAs(BundledFonts.INSTANCE);
    assertThat(FontMappers.instance().getTrueTypeFont("Arial", null).getFont().getName())
        .isEqualTo("LiberationSans");
    assertThat(FontMappers.instance().getFontBoxFont("Times", null).isFallback()).isTrue();
    assertThat(FontMappers.instance().getCIDFont("Song", null, null).isFallback()).isTrue();
    assertThat(Files.exists(cache)).isEqualTo(before);
  }

  @Test
  void readsManyDocumentsAtOnceAsOneByOne() throws Exception {
    List<Path> files = corpus("icdar").subList(0, 12);
    List<List<Block>> alone = new ArrayList<>();
    for (Path file : files) {
      alone.add(Pdf.blocks(Files.readAllBytes(file)));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<List<Block>>> together = new ArrayList<>();
      for (Path file : files) {
        together.add(threads.submit(() -> Pdf.blocks(Files.readAllBytes(file))));
      }
      for (int i = 0; i < files.size(); i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    }
  }

  @Test
  void findsTablesInRealReports() throws IOException {
    int withTables = 0;
    List<Path> files = corpus("icdar");
    for (Path file : files) {
      List<Block> blocks = Pdf.blocks(Files.readAllBytes(file));
      withTables += Pdf.all(blocks, Block.Table.class).isEmpty() ? 0 : 1;
    }
    assertThat(withTables).isGreaterThanOrEqualTo(files.size() * 9 / 10);
  }

  /** The documents of a set that lies beside the repository. */
  private static List<Path> corpus(String set) throws IOException {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("shared/corpus/parsing"))) {
      at = at.getParent();
    }
    assumeThat(at).as("needs shared/corpus/parsing beside the repository").isNotNull();
    Path root = at == null ? Path.of("") : at;
    try (Stream<Path> files = Files.list(root.resolve("shared/corpus/parsing/" + set + "/doc"))) {
      return files.sorted().toList();
    }
  }
}
