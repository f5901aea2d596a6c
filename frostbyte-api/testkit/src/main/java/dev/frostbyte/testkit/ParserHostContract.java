package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every host of parsers must hold: whatever a parser says, throws or emits, the document ends
 * in the right typed result and the next document parses. A host whose parsers cannot harm the
 * process of the caller extends {@link ContainingHostContract} instead. Extend it, hand in a host,
 * and add {@link HostileParserProvider} to {@code
 * META-INF/services/dev.frostbyte.api.spi.ParserProvider} of the tests. One thread.
 */
public abstract class ParserHostContract {
  /** A deadline that a parser which loops is over soon. */
  protected static final Duration SHORT = Duration.ofSeconds(2);

  /** A deadline that no test reaches. */
  protected static final Duration LONG = Duration.ofMinutes(2);

  private ParserHost host;
  private ParserHost.Seat seat;

  /** For the extending class. */
  protected ParserHostContract() {}

  /** A host; one that can bound the heap of its parsers gives them 64 MiB. */
  protected abstract ParserHost open() throws IOException;

  @BeforeEach
  final void takeSeat() throws IOException {
    host = open();
    seat = host.seat();
  }

  @AfterEach
  final void closeAll() throws IOException {
    seat.close();
    host.close();
  }

  @Test
  void namesItsLevel() {
    assertThat(host.level()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void handsOverWhatTheParserEmits() throws IOException {
    Recording recording = new Recording();
    assertThat(run("echo grüße \ud83d\ude00", LONG, recording))
        .isEqualTo(new ParseResult.Complete(0));
    assertThat(recording.blocks())
        .containsExactly(Block.paragraph("grüße \ud83d\ude00", List.of()));
  }

  @Test
  void survivesDeepRecursion() throws IOException {
    refuses("recurse", LONG, ProblemCode.PARSER_ERROR);
  }

  @Test
  void turnsExceptionsIntoProblemsWithoutTheirMessages() throws IOException {
    refuses("fail marker-4711", LONG, ProblemCode.PARSER_ERROR);
    refuses("corrupt marker-4711", LONG, ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void passesOnWhatTheParserRefuses() throws IOException {
    refuses("refuse locked", LONG, ProblemCode.FILE_ENCRYPTED);
  }

  @Test
  void cutsAFloodAtTheCountedBudget() throws IOException {
    long[] taken = {0};
    ParseLimits limits = limits(LONG, 50_000);
    ParseResult result = seat.parse(task(), text("flood 10000000"), limits, block -> taken[0]++);
    assertThat(result).isInstanceOf(ParseResult.Cut.class);
    assertThat(((ParseResult.Cut) result).problem().code()).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    assertThat(taken[0]).isEqualTo(50_000);
    parsesTheNext();
  }

  @Test
  void letsTheFailureOfASinkPass() throws IOException {
    ElementSink broken =
        block -> {
          throw new IOException("the reader is gone");
        };
    assertThatThrownBy(() -> run("flood 10000000", LONG, broken)).hasMessage("the reader is gone");
    parsesTheNext();
  }

  @Test
  void doesNotCountTimeTheSinkTakes() throws IOException {
    java.util.concurrent.CountDownLatch never = new java.util.concurrent.CountDownLatch(1);
    boolean[] waited = {false};
    ElementSink slow =
        block -> {
          waited[0] = waited[0] || !await(never, SHORT.plusSeconds(1));
        };
    assertThat(run("flood 10", SHORT, slow)).isEqualTo(new ParseResult.Complete(0));
    assertThat(waited[0]).isTrue();
  }

  @Test
  void refusesWorkOnceClosedAndClosesTwice() throws IOException {
    seat.close();
    seat.close();
    assertThatThrownBy(() -> run("echo late", LONG, new Recording()))
        .isInstanceOf(IOException.class);
    host.close();
    host.close();
    assertThatThrownBy(() -> host.seat()).isInstanceOf(IOException.class);
  }

  /** The host under test. */
  protected final ParserHost host() {
    return host;
  }

  /** The seat under test. */
  protected final ParserHost.Seat seat() {
    return seat;
  }

  /** A task for the hostile parser. */
  protected static ParserTask task() {
    return new ParserTask(
        HostileParserProvider.class.getName(),
        StageConfig.none(),
        new MediaType(HostileParserProvider.TYPE));
  }

  /** A document that says this. */
  protected static DocumentSource text(String text) {
    return DocumentSource.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Limits with this deadline and number of blocks. */
  protected static ParseLimits limits(Duration deadline, int elements) {
    ParseLimits usual = ParseLimits.DEFAULT;
    return new ParseLimits(
        usual.maxPages(),
        elements,
        usual.maxCharacters(),
        usual.maxEntries(),
        usual.maxInflatedBytes(),
        usual.maxInflationRatio(),
        usual.maxDepth(),
        deadline);
  }

  /** Runs a document on the seat under test. */
  protected final ParseResult run(String document, Duration deadline, ElementSink sink)
      throws IOException {
    return seat.parse(task(), text(document), limits(deadline, 500_000), sink);
  }

  /** Checks that the document is refused with this code, and that the next parses. */
  protected final void refuses(String document, Duration deadline, ProblemCode code)
      throws IOException {
    ParseResult result = run(document, deadline, new Recording());
    assertThat(result).isInstanceOf(ParseResult.Refused.class);
    ParseResult.Refused refused = (ParseResult.Refused) result;
    assertThat(refused.problem().code()).isEqualTo(code);
    assertThat(refused.problem().message()).doesNotContain("marker-4711");
    parsesTheNext();
  }

  /** Checks that a good document parses. */
  protected final void parsesTheNext() throws IOException {
    Recording recording = new Recording();
    assertThat(run("echo still here", LONG, recording)).isEqualTo(new ParseResult.Complete(0));
    assertThat(recording.blocks()).containsExactly(Block.paragraph("still here", List.of()));
  }

  private static boolean await(java.util.concurrent.CountDownLatch latch, Duration time) {
    try {
      return latch.await(time.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
