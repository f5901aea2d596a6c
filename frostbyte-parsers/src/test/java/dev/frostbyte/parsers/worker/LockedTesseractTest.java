package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.ocr.TesseractParserProvider;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A locked child starts no program, and says which child does. */
class LockedTesseractTest {
  private static final Path PROGRAM = Path.of("/bin/true");

  @Test
  void saysThatItNeedsAPlainChild() throws IOException {
    saysIt(TesseractParserProvider.class, "program", new MediaType("image/png"));
  }

  @Test
  void saysSoForScannedPagesOfPdfToo() throws IOException {
    saysIt(PdfParserProvider.class, "tesseract", MediaType.PDF);
  }

  private static void saysIt(Class<?> provider, String key, MediaType type) throws IOException {
    boolean locks = Machine.here().isPresent() && Runtime.version().feature() >= 22;
    assumeThat(locks).as("this test needs Linux on x86-64 or aarch64 and Java 22").isTrue();
    assumeThat(Files.isExecutable(PROGRAM)).as("this test needs /bin/true").isTrue();
    ParserTask task =
        new ParserTask(provider.getName(), StageConfig.of(Map.of(key, PROGRAM.toString())), type);
    try (ParserHost host = open();
        ParserHost.Seat seat = host.seat()) {
      DocumentSource source = DocumentSource.of(new byte[] {1});
      ParseResult result = seat.parse(task, source, ParseLimits.DEFAULT, new Recording());
      assumeThat(host.level()).as("this test needs a kernel with seccomp").contains("seccomp");
      ParseResult.Refused refused = (ParseResult.Refused) result;
      assertThat(refused.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID);
      assertThat(refused.problem().message()).contains("sandbox = plain");
    }
  }

  private static ParserHost open() throws IOException {
    return new ProcessHostProvider()
        .open(StageConfig.of(Map.of("sandbox", "locked", "spares", "0")));
  }
}
