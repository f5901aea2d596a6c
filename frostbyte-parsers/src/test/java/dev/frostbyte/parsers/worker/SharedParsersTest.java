package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.testkit.Recording;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parsers of this process live as long as anybody reads with them, and no longer. */
class SharedParsersTest {
  private static final DocumentSource GOOD = DocumentSource.of(new byte[1]);
  private static final DocumentSource BREAKS = DocumentSource.of(new byte[100]);

  private final InProcessSeat seat = new InProcessSeat(new InProcessHost());

  @BeforeEach
  void counts() {
    CountedParserProvider.OPENED.set(0);
    CountedParserProvider.CLOSED.set(0);
  }

  @Test
  void closesNoParserThatAnotherThreadReadsWith()
      throws IOException, InterruptedException, ExecutionException {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Recording recording = new Recording();
    ElementSink slow =
        block -> {
          recording.accept(block);
          reading.countDown();
          await(goOn);
        };
    FutureTask<ParseResult> other = new FutureTask<>(() -> parse(GOOD, slow));
    new Thread(other).start();
    reading.await();
    seat.close();
    assertThat(CountedParserProvider.CLOSED).hasValue(0);
    assertThatThrownBy(() -> parse(GOOD, new Recording())).isInstanceOf(IOException.class);
    goOn.countDown();
    assertThat(other.get()).isInstanceOf(ParseResult.Complete.class);
    assertThat(recording.blocks()).contains(Block.paragraph("open", List.of()));
    assertThat(CountedParserProvider.CLOSED).hasValue(1);
    seat.close();
    assertThat(CountedParserProvider.CLOSED).hasValue(1);
  }

  @Test
  void keepsParsersForTheNextDocument() throws IOException {
    parse(GOOD, new Recording());
    parse(GOOD, new Recording());
    assertThat(CountedParserProvider.OPENED).hasValue(1);
    seat.close();
    assertThat(CountedParserProvider.CLOSED).hasValue(1);
  }

  @Test
  void takesOtherParsersWhenNobodyKnowsTheirState() throws IOException {
    assertThat(parse(BREAKS, new Recording())).isInstanceOf(ParseResult.Refused.class);
    assertThat(CountedParserProvider.CLOSED).hasValue(1);
    assertThat(parse(GOOD, new Recording())).isInstanceOf(ParseResult.Complete.class);
    assertThat(CountedParserProvider.OPENED).hasValue(2);
  }

  private ParseResult parse(DocumentSource source, ElementSink sink) throws IOException {
    ParserTask task =
        new ParserTask(
            CountedParserProvider.class.getName(),
            StageConfig.none(),
            new MediaType("application/x-counted"));
    return seat.parse(task, source, ParseLimits.DEFAULT, sink);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
