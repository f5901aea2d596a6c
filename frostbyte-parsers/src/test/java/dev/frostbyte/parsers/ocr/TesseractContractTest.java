package dev.frostbyte.parsers.ocr;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.ParserContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "installed", disabledReason = "Tesseract is not installed at /usr/bin/tesseract")
class TesseractContractTest extends ParserContract {
  private static final Path USUAL = Path.of("/usr/bin/tesseract");
  private static final byte[] NOTE =
      Picture.png(
          Picture.of(
              150,
              60,
              new Picture.Text(11, 8, 40, "A short note."),
              new Picture.Text(11, 8, 10, "1. One item")));

  static boolean installed() {
    return Files.isExecutable(USUAL);
  }

  @Override
  protected ParserProvider provider() {
    return new Told();
  }

  @Override
  protected MediaType type() {
    return Picture.PNG;
  }

  @Override
  protected List<byte[]> good() {
    return List.of(NOTE);
  }

  /** The real provider, told where the program is. */
  @Stage(name = "tesseract", spi = Stage.SPI)
  @Parses(types = "image/png")
  private static final class Told implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      SortedMap<String, String> values = new TreeMap<>(config.values());
      values.put("program", USUAL.toString());
      return new TesseractParserProvider().open(new StageConfig(values));
    }
  }
}
