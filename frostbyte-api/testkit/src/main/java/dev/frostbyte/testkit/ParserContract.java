package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.TextEncoding;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every parser must hold. Extend it, hand in the provider, the type and some good documents of
 * a few kilobytes with at least two blocks each. One thread.
 */
public abstract class ParserContract {
  private static final long SEED = 20_260_101;
  private static final int MUTATIONS = 200;
  private static final int SHINGLE = 24;

  private DocumentParser parser;

  /** For the extending class. */
  protected ParserContract() {}

  /** The provider under test. */
  protected abstract ParserProvider provider();

  /** The type of the good documents. */
  protected abstract MediaType type();

  /** Documents the parser reads to the end. */
  protected abstract List<byte[]> good() throws IOException;

  @BeforeEach
  final void openParser() throws IOException {
    parser = provider().open(StageConfig.none());
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
    assertThat(parses.extensions().length).isIn(0, parses.types().length);
  }

  @Test
  void refusesAConfigurationKeyItDoesNotKnow() {
    StageConfig unknown = StageConfig.of(Map.of("noSuchKey", "1"));
    assertThatThrownBy(() -> provider().open(unknown))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
  }

  @Test
  void readsGoodDocumentsToTheEnd() throws IOException {
    for (byte[] document : good()) {
      Recording recording = new Recording();
      assertThat(parse(document, recording)).isInstanceOf(ParseResult.Complete.class);
      assertThat(recording.blocks()).isNotEmpty();
      recording.blocks().forEach(ParserContract::requireSound);
      WholeFiles.require(recording.blocks());
    }
  }

  @Test
  void givesTheSameBlocksForTheSameBytes() throws IOException {
    for (byte[] document : good()) {
      Recording first = new Recording();
      Recording second = new Recording();
      assertThat(parse(document, first)).isEqualTo(parse(document, second));
      assertThat(second.blocks()).isEqualTo(first.blocks());
      assertThat(parser.fingerprint()).isEqualTo(parser.fingerprint());
    }
  }

  @Test
  void servesSeveralDocumentsAtOnce() throws Exception {
    List<Callable<List<Block>>> calls = new ArrayList<>();
    List<List<Block>> expected = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      for (byte[] document : good()) {
        expected.add(blocks(document));
        calls.add(() -> blocks(document));
      }
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<List<Block>> actual = new ArrayList<>();
      for (Future<List<Block>> future : threads.invokeAll(calls)) {
        actual.add(future.get());
      }
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void refusesAnEmptyDocument() throws IOException {
    ParseResult result = parse(new byte[0], new Recording());
    assertThat(result).isInstanceOf(ParseResult.Refused.class);
    ProblemCode code = ((ParseResult.Refused) result).problem().code();
    assertThat(code).isIn(ProblemCode.FILE_EMPTY, ProblemCode.FILE_CORRUPTED);
  }

  @Test
  void refusesBytesThatAreNothing() throws IOException {
    byte[] noise = new byte[4_096];
    new Random(SEED).nextBytes(noise);
    assertThat(parse(noise, new Recording())).isInstanceOf(ParseResult.Refused.class);
  }

  @Test
  void endsInAResultWhateverHappensToADocument() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      List<byte[]> documents = good();
      byte[] document = mutate(documents.get(i % documents.size()), random);
      Recording recording = new Recording();
      problem(attempt(document, ParseLimits.DEFAULT, recording))
          .ifPresent(problem -> requireSilent(problem, recording.blocks()));
      recording.blocks().forEach(ParserContract::requireSound);
    }
  }

  @Test
  void stopsWhenTheReaderIsGone() throws IOException {
    for (byte[] document : good()) {
      ElementSink gone =
          block -> {
            throw new IOException("the reader is gone");
          };
      assertThatThrownBy(() -> parse(document, gone))
          .isInstanceOf(IOException.class)
          .hasMessage("the reader is gone");
    }
  }

  @Test
  void stopsAtABudgetOfTheReader() throws IOException {
    for (byte[] document : good()) {
      int[] taken = {0};
      ElementSink narrow =
          block -> {
            taken[0]++;
            throw new BudgetReachedException("maxElements", 0);
          };
      assertThatThrownBy(() -> parse(document, narrow)).isInstanceOf(BudgetReachedException.class);
      assertThat(taken[0]).isEqualTo(1);
    }
  }

  @Test
  void keepsToHostileLimits() throws IOException {
    Duration deadline = Duration.ofMinutes(1);
    ParseLimits least = new ParseLimits(1, 1, 1, 1, 1, 1, 1, deadline);
    int most = Integer.MAX_VALUE;
    ParseLimits boundless = new ParseLimits(most, most, most, most, most, most, most, deadline);
    for (byte[] document : good()) {
      for (ParseLimits limits : List.of(least, boundless)) {
        Recording recording = new Recording();
        problem(attempt(document, limits, recording))
            .ifPresent(problem -> requireSilent(problem, recording.blocks()));
        recording.blocks().forEach(ParserContract::requireSound);
      }
    }
  }

  @Test
  void closesTwice() throws IOException {
    DocumentParser other = provider().open(StageConfig.none());
    other.close();
    other.close();
    assertThat(blocks(good().getFirst())).isNotEmpty();
  }

  /** Parses with the default limits. */
  protected final ParseResult parse(byte[] document, ElementSink sink) throws IOException {
    return parser.parse(DocumentSource.of(document), type(), ParseLimits.DEFAULT, sink);
  }

  /** Blocks of a document that is read to the end, but for what says how its bytes were read. */
  protected final List<Block> blocks(byte[] document) throws IOException {
    return whole(document).stream().filter(block -> !(block instanceof Block.Encoded)).toList();
  }

  /** In which encodings the bytes of a document were read that is read to the end. */
  protected final List<TextEncoding> encodings(byte[] document) throws IOException {
    return whole(document).stream()
        .flatMap(it -> it instanceof Block.Encoded told ? Stream.of(told.encoding()) : Stream.of())
        .toList();
  }

  private List<Block> whole(byte[] document) throws IOException {
    Recording recording = new Recording();
    assertThat(parse(document, recording)).isInstanceOf(ParseResult.Complete.class);
    return recording.blocks();
  }

  /** An exception of input or output counts as a corrupted document, a budget as a cut. */
  private ParseResult attempt(byte[] document, ParseLimits limits, ElementSink sink) {
    try {
      return parser.parse(DocumentSource.of(document), type(), limits, sink);
    } catch (BudgetReachedException e) {
      return new ParseResult.Cut(0, Problem.of(ProblemCode.LIMIT_EXCEEDED, e.limit()));
    } catch (IOException e) {
      return new ParseResult.Refused(Problem.of(ProblemCode.FILE_CORRUPTED, "unreadable"));
    }
  }

  private static Optional<Problem> problem(ParseResult result) {
    return switch (result) {
      case ParseResult.Complete complete -> Optional.empty();
      case ParseResult.Cut cut -> Optional.of(cut.problem());
      case ParseResult.Refused refused -> Optional.of(refused.problem());
    };
  }

  /** A problem holds nothing the document said. */
  private static void requireSilent(Problem problem, List<Block> blocks) {
    assertThat(problem.message()).matches("[\\x20-\\x7e]{1,300}");
    for (Block block : blocks) {
      if (block.bare() instanceof Block.Paragraph paragraph) {
        String text = paragraph.text().value();
        for (int at = 0; at + SHINGLE <= text.length(); at += SHINGLE) {
          assertThat(problem.message()).doesNotContain(text.substring(at, at + SHINGLE));
        }
      }
    }
  }

  /** Cells in order, words of the shapes the model names. */
  private static void requireSound(Block block) {
    if (block.bare() instanceof Block.Table table) {
      long last = -1;
      for (Block.Cell cell : table.cells()) {
        long place = (long) cell.row() << 16 | cell.column();
        assertThat(place).isGreaterThan(last);
        last = place;
      }
    }
    if (block instanceof Block.Dropped dropped) {
      assertThat(dropped.kind()).matches("[a-zA-Z][a-zA-Z0-9 _/+.-]{0,63}");
      assertThat(dropped.reason()).matches("[A-Z][A-Z0-9_]{0,63}");
    }
  }

  private static byte[] mutate(byte[] document, Random random) {
    byte[] mutant =
        random.nextInt(4) == 0
            ? Arrays.copyOf(document, random.nextInt(document.length) + 1)
            : document.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
    }
    if (random.nextBoolean() && mutant.length > 64) {
      int from = random.nextInt(mutant.length - 32);
      int to = random.nextInt(mutant.length - 32);
      System.arraycopy(mutant, from, mutant, to, 32);
    }
    return mutant;
  }
}
