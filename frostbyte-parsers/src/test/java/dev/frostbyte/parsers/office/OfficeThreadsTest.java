package dev.frostbyte.parsers.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OfficeThreadsTest {
  @Test
  void givesTheSameBlocksOnOneAndOnEightThreads() throws Exception {
    Map<ParserProvider, byte[]> samples = new LinkedHashMap<>();
    samples.put(new OdtParserProvider(), OdfContractTest.text());
    samples.put(new OdsParserProvider(), OdfContractTest.sheets());
    samples.put(new OdpParserProvider(), OdfContractTest.slides());
    samples.put(new RtfParserProvider(), new RtfParserTest().good().getFirst());
    samples.put(new EpubParserProvider(), new EpubParserTest().good().getFirst());
    samples.put(new DocParserProvider(), OldFormatsTest.word());
    samples.put(new XlsParserProvider(), OldFormatsTest.excel());
    samples.put(new PptParserProvider(), OldFormatsTest.slides());
    for (Map.Entry<ParserProvider, byte[]> sample : samples.entrySet()) {
      try (DocumentParser parser = sample.getKey().open(StageConfig.none())) {
        assertThat(together(parser, sample.getValue()))
            .containsOnly(read(parser, sample.getValue()));
      }
    }
  }

  private static List<List<Block>> together(DocumentParser parser, byte[] bytes) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<Block>>> calls = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        calls.add(() -> read(parser, bytes));
      }
      List<List<Block>> all = new ArrayList<>();
      for (Future<List<Block>> future : threads.invokeAll(calls)) {
        all.add(future.get());
      }
      return all;
    }
  }

  private static List<Block> read(DocumentParser parser, byte[] bytes) throws IOException {
    Recording recording = new Recording();
    parser.parse(DocumentSource.of(bytes), MediaType.UNKNOWN, ParseLimits.DEFAULT, recording);
    assertThat(recording.blocks()).isNotEmpty();
    return recording.blocks();
  }
}
