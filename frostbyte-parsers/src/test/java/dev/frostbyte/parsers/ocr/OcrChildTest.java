package dev.frostbyte.parsers.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.parsers.worker.ProcessHostProvider;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OcrChildTest {
  private static final byte[] SCAN = scan();

  @Test
  void readsPicturesInASmallChildAsInThisProcess() throws IOException {
    StageConfig small = StageConfig.of(Map.of("heapMegabytes", "256", "children", "1"));
    ParserTask task =
        new ParserTask(OcrParserProvider.class.getName(), StageConfig.none(), Picture.PNG);
    try (ParserHost host = new ProcessHostProvider().open(small);
        ParserHost.Seat seat = host.seat()) {
      for (int i = 0; i < 2; i++) {
        Recording recording = new Recording();
        ParseResult result =
            seat.parse(task, DocumentSource.of(SCAN), ParseLimits.DEFAULT, recording);
        assertThat(result).isEqualTo(new ParseResult.Complete(1));
        assertThat(recording.blocks()).isEqualTo(here());
      }
    }
  }

  private static List<Block> here() throws IOException {
    Recording recording = new Recording();
    try (DocumentParser parser = new OcrParserProvider().open(StageConfig.none())) {
      parser.parse(DocumentSource.of(SCAN), Picture.PNG, ParseLimits.DEFAULT, recording);
    }
    return recording.blocks();
  }

  /** A whole page, A4. */
  private static byte[] scan() {
    return Picture.png(
        Picture.of(
            595,
            842,
            new Picture.Text(20, 60, 760, "Lease"),
            new Picture.Text(11, 60, 700, "The tenant pays the rent on the first day."),
            new Picture.Text(11, 60, 660, "1. Keys are handed over")));
  }
}
