package dev.frostbyte.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Expected;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.plugin.FakeStages;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.plugin.ParserRoute;
import dev.frostbyte.core.plugin.TestPlugins;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which parsers of a chain are asked, and whose reading counts. */
final class ChainStepTest {
  private static final double LEAST = 0.8;

  private final ChainStep chain =
      new ChainStep(new ParseStep(FakeStages.fake(ParserHost.Seat.class), ParseLimits.DEFAULT));
  private Egress egress = Egress.NONE;

  @Test
  void asksNobodyAfterAReadingThatIsGoodEnough() throws IOException {
    ChainStep.Reading<AttachedSink> reading = read(reads("a", 0.8), reads("b", 1));
    assertThat(text(reading)).startsWith("a");
    assertThat(outcomes(reading)).containsExactly("READ");
  }

  @Test
  void theBestReadingCountsAndOfEqualsTheEarlier() throws IOException {
    assertThat(text(read(reads("a", 0.5), reads("b", 0.7), reads("c", 0.6)))).startsWith("b");
    assertThat(text(read(reads("a", 0.5), reads("b", 0.5)))).startsWith("a");
    ChainStep.Reading<AttachedSink> reading = read(reads("a", 0.5), reads("b", 0.4), reads("c", 1));
    assertThat(text(reading)).startsWith("c");
    assertThat(reading.attempts()).extracting(Attempt::quality).containsExactly(0.5, 0.4, 1.0);
    assertThat(reading.attempts())
        .extracting(Attempt::parser)
        .containsExactly("par/1 a", "par/1 b", "par/1 c");
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PARSER_ERROR",
        "PARSER_TIMEOUT",
        "PARSER_OUT_OF_MEMORY",
        "PARSER_CRASHED",
        "NO_TEXT",
        "FILE_CORRUPTED",
        "EGRESS_NOT_CONSENTED",
        "EGRESS_FAILED"
      })
  void goesOnAfterAFailureOfTheParser(ProblemCode code) throws IOException {
    ChainStep.Reading<AttachedSink> reading = read(refuses(code), reads("b", 0.1));
    assertThat(text(reading)).startsWith("b");
    assertThat(outcomes(reading)).containsExactly(code.name(), "READ");
  }

  @ParameterizedTest
  @EnumSource(names = {"FILE_ENCRYPTED", "LIMIT_EXCEEDED", "UNSUPPORTED_FORMAT", "TYPE_MISMATCH"})
  void whatIsSaidOfTheDocumentIsFinal(ProblemCode code) throws IOException {
    assertThat(refusal(read(refuses(code), reads("b", 1)))).isEqualTo(code);
    assertThat(refusal(read(refuses(ProblemCode.PARSER_ERROR), refuses(code), reads("c", 1))))
        .isEqualTo(code);
    assertThat(text(read(reads("a", 0.1), refuses(code), reads("c", 1)))).startsWith("a");
  }

  @Test
  void theFirstRefusalStandsWhenNobodyReads() throws IOException {
    ChainStep.Reading<AttachedSink> reading =
        read(refuses(ProblemCode.FILE_CORRUPTED), refuses(ProblemCode.PARSER_ERROR));
    assertThat(refusal(reading)).isEqualTo(ProblemCode.FILE_CORRUPTED);
    assertThat(outcomes(reading)).containsExactly("FILE_CORRUPTED", "PARSER_ERROR");
  }

  @Test
  void aReadingWithoutAWordIsNone() throws IOException {
    ChainStep.Reading<AttachedSink> reading = read(0, blank(), reads("b", 0.1));
    assertThat(text(reading)).startsWith("b");
    assertThat(outcomes(reading)).containsExactly("NO_TEXT", "READ");
  }

  @Test
  void withoutAThresholdOnlyARefusalIsFollowed() throws IOException {
    assertThat(outcomes(read(0, reads("a", 0.1), reads("b", 1)))).containsExactly("READ");
  }

  @Test
  void aReadingCutByABudgetIsFinal() throws IOException {
    Here cut =
        new Here(
            "a",
            sink -> {
              sink.accept(Block.paragraph("a", List.of()));
              throw new BudgetReachedException("maxPages", 3);
            });
    assertThat(outcomes(read(cut, reads("b", 1)))).containsExactly("CUT");
  }

  @Test
  void whereNobodyCanConsentNothingIsSent() throws IOException {
    ChainStep.Reading<AttachedSink> reading = read(refuses(ProblemCode.PARSER_ERROR), sends());
    assertThat(refusal(reading)).isEqualTo(ProblemCode.PARSER_ERROR);
    assertThat(outcomes(reading)).containsExactly("PARSER_ERROR", "EGRESS_NOT_CONSENTED");
  }

  @Test
  void anAnswerThatDoesNotComeIsTheEndOfThisParserOnly() throws IOException {
    egress =
        request -> {
          throw new InterruptedIOException("SECRET");
        };
    assertThat(outcomes(read(sends(), reads("b", 1)))).containsExactly("PARSER_TIMEOUT", "READ");
    egress =
        request -> {
          throw new IOException("SECRET");
        };
    assertThat(outcomes(read(sends(), reads("b", 1)))).containsExactly("EGRESS_FAILED", "READ");
  }

  @Test
  void aJournalThatRefusesEndsEverything() {
    egress =
        request -> {
          throw FrostbyteException.of(ProblemCode.AUDIT_UNAVAILABLE, "The disk is full.");
        };
    assertThatThrownBy(() -> read(sends(), reads("b", 1)))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.AUDIT_UNAVAILABLE));
  }

  @Test
  void thePortEndsWithTheReadingAndKeepsToItsDeadline() throws IOException {
    List<Duration> times = new ArrayList<>();
    egress =
        request -> {
          times.add(request.limits().time());
          return new Egress.Response(200, "", new byte[0]);
        };
    Elsewhere sending = sends();
    read(sending);
    assertThat(times).containsExactly(ParseLimits.DEFAULT.deadline());
    assertThatThrownBy(() -> sending.kept.getFirst().send(request()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(times).hasSize(1);
  }

  private ChainStep.Reading<AttachedSink> read(AutoCloseable... parsers) throws IOException {
    return read(LEAST, parsers);
  }

  private ChainStep.Reading<AttachedSink> read(double least, AutoCloseable... parsers)
      throws IOException {
    List<ParserChain.Link> links =
        Arrays.stream(parsers).map(parser -> new ParserChain.Link(route(parser), least)).toList();
    return chain.read(
        new ParserChain(links),
        DocumentSource.of(new byte[1]),
        MediaType.TEXT,
        ContentHash.of(new byte[1]),
        egress,
        () -> AttachedSink.NONE);
  }

  private static ParserRoute route(AutoCloseable parser) {
    return parser instanceof Here here
        ? new ParserRoute.Local(TestPlugins.parser(true), StageConfig.none(), here)
        : new ParserRoute.Remote(TestPlugins.parser(true), StageConfig.none(), (Elsewhere) parser);
  }

  private static List<String> outcomes(ChainStep.Reading<AttachedSink> reading) {
    return reading.attempts().stream().map(Attempt::outcome).toList();
  }

  private static String text(ChainStep.Reading<AttachedSink> reading) {
    return ((ParseStep.Outcome.Read) reading.outcome()).document().original().value();
  }

  private static ProblemCode refusal(ChainStep.Reading<AttachedSink> reading) {
    return ((ParseStep.Outcome.Refused) reading.outcome()).problem().code();
  }

  /** Reads this share of what it expects. */
  private static Here reads(String letter, double quality) {
    return new Here(
        letter,
        sink -> {
          sink.accept(Block.paragraph(letter.repeat(100), List.of()));
          return new ParseResult.Complete(0, new Expected(Math.round(100 / quality)));
        });
  }

  private static Here blank() {
    return new Here("", sink -> new ParseResult.Complete(0));
  }

  private static Here refuses(ProblemCode code) {
    return new Here("", sink -> new ParseResult.Refused(Problem.of(code, "It did not.")));
  }

  private static Elsewhere sends() {
    return new Elsewhere();
  }

  private static Egress.Request request() {
    return new Egress.Request(
        URI.create("https://example.com/"),
        "text/plain",
        new byte[0],
        "parse",
        new Egress.Limits(Duration.ofDays(1), 10));
  }

  /** What a parser does. */
  @FunctionalInterface
  private interface Act {
    ParseResult on(ElementSink sink) throws IOException;
  }

  private record Here(String fingerprint, Act act) implements DocumentParser {
    @Override
    public ParseResult parse(
        DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
        throws IOException {
      return act.on(sink);
    }
  }

  private static final class Elsewhere implements RemoteParser {
    private final List<Egress> kept = new ArrayList<>();

    @Override
    public ParseResult parse(
        DocumentSource source, MediaType type, ParseLimits limits, Egress egress, ElementSink sink)
        throws IOException {
      kept.add(egress);
      egress.send(request());
      return new ParseResult.Complete(0);
    }
  }
}
