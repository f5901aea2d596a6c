package dev.frostbyte.parsers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The table of formats in the documents says what the providers say. */
class FormatsTableTest {
  private static final Path TABLE = Path.of("..", "docs", "formats.md");

  @Test
  void agreesWithTheProvidersOfThisModule() throws IOException {
    Assumptions.assumeTrue(Files.exists(TABLE), "the table stands beside the module");
    Set<String> written = new TreeSet<>();
    for (String line : Files.readAllLines(TABLE)) {
      String[] cells = line.split("\\s*\\|\\s*");
      if (cells.length == 7 && cells[2].startsWith("`")) {
        written.add(String.join(" ", cells[2].replace("`", ""), cells[3], cells[5], cells[6]));
      }
    }
    assertThat(written).containsAll(provided());
  }

  @Test
  void onlyOldFormatsOfOfficeAndWhatStartsAProgramMustBeNamed() {
    Set<String> named = new TreeSet<>();
    ServiceLoader.load(ParserProvider.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(type -> type.getAnnotation(Parses.class).onlyByName())
        .forEach(type -> named.add(type.getAnnotation(Stage.class).name()));
    assertThat(named).containsExactly("doc", "ppt", "tesseract", "xls");
  }

  private static Set<String> provided() {
    Set<String> provided = new TreeSet<>();
    ServiceLoader.load(ParserProvider.class).stream()
        .map(ServiceLoader.Provider::type)
        .filter(FormatsTableTest::isOurs)
        .forEach(type -> add(type, provided));
    return provided;
  }

  /** Those of tests lie elsewhere. */
  private static boolean isOurs(Class<?> type) {
    return place(type).equals(place(PdfParserProvider.class));
  }

  private static URL place(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private static void add(Class<?> type, Set<String> provided) {
    Parses parses = type.getAnnotation(Parses.class);
    for (String media : parses.types()) {
      provided.add(
          type.getAnnotation(Stage.class).name()
              + " "
              + media
              + (parses.onlyByName() ? " named only" : " default")
              + (parses.pureText() ? " in process" : " killable process"));
    }
  }
}
