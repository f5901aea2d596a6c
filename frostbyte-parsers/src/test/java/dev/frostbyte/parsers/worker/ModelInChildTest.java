package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ModelSlot;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.model.HalvesModel;
import dev.frostbyte.parsers.model.OnnxLayoutModelProvider;
import dev.frostbyte.parsers.pdf.PdfParserProvider;
import dev.frostbyte.testkit.Recording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout model runs in the parser's process, locked as it is, on a copy of its file. */
class ModelInChildTest {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void aLockedChildRunsTheModel() throws IOException {
    assumeThat(Machine.here().isPresent() && Runtime.version().feature() >= 22)
        .as("this test needs Linux on x86-64 or aarch64 and Java 22")
        .isTrue();
    try (ParserHost host = open("locked");
        ParserHost.Seat seat = host.seat()) {
      assertThat(headings(seat)).containsExactly("Nothing but a model knows");
      assertThat(headings(seat)).containsExactly("Nothing but a model knows");
    }
  }

  @Test
  void aPlainChildRunsTheModel() throws IOException {
    try (ParserHost host = open("plain");
        ParserHost.Seat seat = host.seat()) {
      assertThat(headings(seat)).containsExactly("Nothing but a model knows");
    }
  }

  @Test
  void aFileOfAModelIsCopiedOnceAndAgainWhenItChanges() throws IOException {
    HandedFiles files = new HandedFiles(Files.createDirectory(folder.resolve("child")));
    ParserTask task = task();
    String first = model(files.into(task));
    Path original = Path.of(model(task));
    assertThat(Path.of(first)).hasSameBinaryContentAs(original);
    Files.delete(Path.of(first));
    assertThat(model(files.into(task))).as("not read again").isEqualTo(first);
    assertThat(Path.of(first)).doesNotExist();
    Files.write(original, new byte[1_000]);
    assertThat(model(files.into(task))).isNotEqualTo(first);
    assertThat(Path.of(model(files.into(task)))).hasSameBinaryContentAs(original);
  }

  @Test
  void filesThatNoAnnotationNamesAreNotHanded() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "secret");
    StageConfig config = StageConfig.of(Map.of("labels", secret.toString()));
    ModelSlot.Choice choice = new ModelSlot.Choice(OnnxLayoutModelProvider.class.getName(), config);
    ParserTask task =
        new ParserTask(
            PdfParserProvider.class.getName(),
            ModelSlot.LAYOUT.put(StageConfig.none(), choice),
            MediaType.PDF);
    assertThat(new HandedFiles(folder).into(task)).isEqualTo(task);
  }

  private static String model(ParserTask task) {
    return String.valueOf(
        ModelSlot.LAYOUT.in(task.config()).orElseThrow().config().values().get("model"));
  }

  private ParserTask task() throws IOException {
    StageConfig model = HalvesModel.in(folder, "heading,heading,heading");
    ModelSlot.Choice choice = new ModelSlot.Choice(OnnxLayoutModelProvider.class.getName(), model);
    return new ParserTask(
        PdfParserProvider.class.getName(),
        ModelSlot.LAYOUT.put(StageConfig.none(), choice),
        MediaType.PDF);
  }

  private List<String> headings(ParserHost.Seat seat) throws IOException {
    Recording recording = new Recording();
    assertThat(seat.parse(task(), DocumentSource.of(page()), ParseLimits.DEFAULT, recording))
        .isInstanceOf(ParseResult.Complete.class);
    return recording.blocks().stream()
        .map(Block::bare)
        .filter(Block.Heading.class::isInstance)
        .map(block -> ((Block.Heading) block).text().value())
        .toList();
  }

  private static ParserHost open(String sandbox) throws IOException {
    return new ProcessHostProvider()
        .open(StageConfig.of(Map.of("sandbox", sandbox, "spares", "0")));
  }

  /** One line that looks like any other. */
  private static byte[] page() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 28);
        content.newLineAtOffset(60, 600);
        content.showText("Nothing but a model knows");
        content.endText();
      }
      document.save(out);
    }
    return out.toByteArray();
  }
}
