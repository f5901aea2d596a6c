package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.RemoteParser;
import dev.frostbyte.api.spi.RemoteParserProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every parser elsewhere must hold. Extend it, hand in the provider, a configuration it takes,
 * and an answer of its service that is read to the end and holds at least two blocks. One thread.
 */
public abstract class RemoteParserContract {
  private static final long SEED = 20_261_127;
  private static final int MUTATIONS = 300;
  private static final byte[] DOCUMENT =
      "a document of the contract".getBytes(StandardCharsets.UTF_8);

  private RemoteParser parser;

  /** For the extending class. */
  protected RemoteParserContract() {}

  /** The provider under test. */
  protected abstract RemoteParserProvider provider();

  /** A configuration it takes. */
  protected abstract Map<String, String> config();

  /** One of the types it reads. */
  protected abstract MediaType type();

  /** The body of a good answer, status 200. */
  protected abstract byte[] answer();

  @BeforeEach
  final void openParser() throws IOException {
    parser = provider().open(StageConfig.of(config()));
  }

  @AfterEach
  final void closeParser() throws IOException {
    parser.close();
  }

  @Test
  void namesItselfAndItsTypes() {
    Stage stage = provider().getClass().getAnnotation(Stage.class);
    Parses parses = provider().getClass().getAnnotation(Parses.class);
    assertThat(stage).isNotNull();
    assertThat(stage.name()).matches("[a-z][a-z0-9-]{0,31}");
    assertThat(stage.spi()).isEqualTo(Stage.SPI);
    assertThat(parses).isNotNull();
    assertThat(parses.types()).contains(type().value());
    assertThat(parses.pureText()).isFalse();
  }

  @Test
  void refusesAConfigurationKeyItDoesNotKnow() {
    Map<String, String> unknown = new TreeMap<>(config());
    unknown.put("noSuchKey", "1");
    assertThatThrownBy(() -> provider().open(StageConfig.of(unknown)))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
  }

  @Test
  void opensWithoutSendingAnything() throws IOException {
    provider().open(StageConfig.of(config())).close();
  }

  @Test
  void emitsNothingWithoutConsentAndLetsTheRefusalPass() {
    Recording recording = new Recording();
    assertThatThrownBy(() -> parse(Egress.NONE, recording))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.EGRESS_NOT_CONSENTED));
    assertThat(recording.blocks()).isEmpty();
  }

  @Test
  void letsPassThatNoAnswerCame() {
    Egress broken =
        request -> {
          throw new IOException("cut off");
        };
    assertThatThrownBy(() -> parse(broken, new Recording()))
        .isInstanceOf(IOException.class)
        .hasMessage("cut off");
  }

  @Test
  void readsAGoodAnswerTheSameEveryTime() throws IOException {
    Recording first = new Recording();
    Recording second = new Recording();
    RecordingEgress wire = RecordingEgress.answering(answering(answer()));
    assertThat(parse(wire, first)).isInstanceOf(ParseResult.Complete.class);
    parse(wire, second);
    assertThat(first.blocks()).hasSizeGreaterThan(1).isEqualTo(second.blocks());
    assertThat(wire.sent().getFirst().body()).isEqualTo(wire.sent().getLast().body());
  }

  @Test
  void sendsTheDocumentOnceAndWholly() throws IOException {
    RecordingEgress wire = RecordingEgress.answering(answering(answer()));
    parse(wire, new Recording());
    assertThat(wire.sent()).hasSize(1);
    assertThat(new String(wire.sent().getFirst().body(), StandardCharsets.UTF_8))
        .contains(new String(DOCUMENT, StandardCharsets.UTF_8));
  }

  @Test
  void everyOtherStatusIsARefusal() throws IOException {
    for (int status : new int[] {204, 301, 307, 400, 401, 403, 404, 413, 422, 429, 500, 503, 504}) {
      Recording recording = new Recording();
      byte[] body = answer();
      ParseResult result = parse(request -> new Egress.Response(status, "", body), recording);
      assertThat(result).as("status %s", status).isInstanceOf(ParseResult.Refused.class);
      assertThat(recording.blocks()).isEmpty();
    }
  }

  @Test
  void whatIsNoAnswerIsARefusal() throws IOException {
    for (String body : List.of("", "<html>busy</html>", "null", "\"x\"", "[[[[", "{\"a\":")) {
      ParseResult result = parse(answering(body.getBytes(StandardCharsets.UTF_8)), new Recording());
      assertThat(result).as(body).isInstanceOf(ParseResult.Refused.class);
    }
  }

  @Test
  void endsInAResultWhateverHappensToAnAnswer() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] mutant = mutate(answer(), random);
      Recording recording = new Recording();
      requireSilent(attempt(mutant, recording));
      recording.blocks().forEach(RemoteParserContract::requireSound);
    }
  }

  @Test
  void stopsWhenTheReaderIsGone() {
    ElementSink gone =
        block -> {
          throw new IOException("the reader is gone");
        };
    assertThatThrownBy(() -> parse(answering(answer()), gone)).hasMessage("the reader is gone");
  }

  @Test
  void stopsAtABudgetOfTheReader() {
    ElementSink narrow =
        block -> {
          throw new BudgetReachedException("maxElements", 0);
        };
    assertThatThrownBy(() -> parse(answering(answer()), narrow))
        .isInstanceOf(BudgetReachedException.class);
  }

  private ParseResult parse(Egress egress, ElementSink sink) throws IOException {
    return parser.parse(DocumentSource.of(DOCUMENT), type(), ParseLimits.DEFAULT, egress, sink);
  }

  private ParseResult attempt(byte[] body, ElementSink sink) throws IOException {
    try {
      return parse(answering(body), sink);
    } catch (BudgetReachedException e) {
      return new ParseResult.Cut(0, Problem.of(ProblemCode.LIMIT_EXCEEDED, e.limit()));
    }
  }

  private static Egress answering(byte[] body) {
    return request -> new Egress.Response(200, "application/json", body);
  }

  private static void requireSilent(ParseResult result) {
    if (result instanceof ParseResult.Refused refused) {
      assertThat(refused.problem().message()).matches("[A-Za-z0-9 .,;:'()_-]{1,200}");
    }
  }

  /** Cells in order and none over another. */
  private static void requireSound(Block block) {
    if (block instanceof Block.Table table) {
      List<Long> places = new ArrayList<>();
      table.cells().forEach(cell -> places.add((long) cell.row() << 16 | cell.column()));
      assertThat(places).isSorted().doesNotHaveDuplicates();
    }
    if (block instanceof Block.Dropped dropped) {
      assertThat(dropped.kind()).matches("[a-zA-Z][a-zA-Z0-9 _/+.-]{0,63}");
      assertThat(dropped.reason()).matches("[A-Z][A-Z0-9_]{0,63}");
    }
  }

  private static byte[] mutate(byte[] answer, Random random) {
    byte[] mutant =
        random.nextInt(8) == 0
            ? Arrays.copyOf(answer, random.nextInt(answer.length) + 1)
            : answer.clone();
    String letters = "0123456789-.eE[]{}\",:#/abct";
    for (int i = random.nextInt(6); i >= 0; i--) {
      mutant[random.nextInt(mutant.length)] =
          (byte) letters.charAt(random.nextInt(letters.length()));
    }
    return mutant;
  }
}
