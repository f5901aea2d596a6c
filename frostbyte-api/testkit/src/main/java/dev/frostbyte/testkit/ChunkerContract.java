package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ChunkDraft;
import dev.frostbyte.api.model.CodePoints;
import dev.frostbyte.api.model.Element;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.Chunker;
import dev.frostbyte.api.spi.ChunkerProvider;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TokenCounter;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link Chunker} must do. Extend it and name the provider. */
public abstract class ChunkerContract {
  private static final int SEEDS = 60;
  private static final int TOKEN_LIMIT = 200;

  /** The provider under test. */
  protected abstract ChunkerProvider provider();

  /** Counts words, and every six code points of a long word. */
  protected TokenCounter tokens() {
    return new TokenCounter() {
      @Override
      public int count(String text) {
        int count = 0;
        for (String word : text.split("\\s+")) {
          count += (word.codePointCount(0, word.length()) + 5) / 6;
        }
        return count;
      }

      @Override
      public int limit() {
        return TOKEN_LIMIT;
      }
    };
  }

  /** The provider names itself for the SPI of this API. */
  @Test
  public final void namesItselfForThisSpi() {
    Stage stage = provider().getClass().getAnnotation(Stage.class);
    assertThat(stage).as("annotation @Stage").isNotNull();
    assertThat(stage.spi()).isEqualTo(Stage.SPI);
  }

  /** A key it does not know is refused. */
  @Test
  public final void refusesAnUnknownKey() {
    StageConfig unknown = StageConfig.of(Map.of("no-such-key-anywhere", "1"));
    assertThatThrownBy(() -> provider().open(unknown))
        .isInstanceOfSatisfying(
            FrostbyteException.class,
            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.CONFIGURATION_INVALID));
  }

  /**
   * Every code point of the body that is no white space lies in exactly one chunk, furniture in
   * none.
   */
  @Test
  public final void losesNothingAndRepeatsNothing() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ServedDocument document = RandomDocument.of(new Random(seed));
      assertComplete(document, chunks(document), "seed " + seed);
    }
  }

  /** Headings, context and text of a chunk stay within the token limit together. */
  @Test
  public final void staysWithinTheTokenLimit() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ServedDocument document = RandomDocument.of(new Random(seed));
      CodePoints text = CodePoints.of(document.text().value());
      for (ChunkDraft chunk : chunks(document)) {
        assertThat(tokens().count(embedded(text, chunk)))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(TOKEN_LIMIT);
      }
    }
  }

  /** Chunks come in order, hold text, and everything they name lies in SERVED. */
  @Test
  public final void chunksComeInOrderAndLieInServed() throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      ServedDocument document = RandomDocument.of(new Random(seed));
      int last = 0;
      for (ChunkDraft chunk : chunks(document)) {
        assertThat(chunk.span().text()).isEqualTo(TextName.SERVED);
        assertThat(chunk.span().length()).isPositive();
        assertThat(chunk.span().start()).isGreaterThanOrEqualTo(last);
        assertThat(
                Stream.concat(chunk.headings().stream(), chunk.context().stream()).map(Span::text))
            .allMatch(TextName.SERVED::equals);
        last = chunk.span().end();
      }
    }
  }

  /** Two openings agree. */
  @Test
  public final void isDeterministic() throws Exception {
    ServedDocument document = RandomDocument.of(new Random(7));
    assertThat(chunks(document)).isEqualTo(chunks(document));
  }

  /** An empty document has no chunks. */
  @Test
  public final void anEmptyDocumentHasNoChunks() throws Exception {
    assertThat(chunks(new ServedDocument(UntrustedText.EMPTY, List.of()))).isEmpty();
  }

  /** However few tokens a model takes, no chunk has more, and nothing is lost without a word. */
  @Test
  public final void keepsToHostileLimits() throws Exception {
    for (int limit : new int[] {1, 2, 7, Integer.MAX_VALUE}) {
      TokenCounter narrow = new Narrow(tokens(), limit);
      for (int seed = 0; seed < 5; seed++) {
        ServedDocument document = RandomDocument.of(new Random(seed));
        requireWithin(document, narrow, "limit " + limit + ", seed " + seed);
      }
    }
  }

  private void requireWithin(ServedDocument document, TokenCounter narrow, String what)
      throws Exception {
    CodePoints text = CodePoints.of(document.text().value());
    List<ChunkDraft> chunks;
    try {
      chunks = chunks(document, narrow);
    } catch (FrostbyteException refused) {
      assertThat(refused.problem().code()).as(what).isEqualTo(ProblemCode.LIMIT_EXCEEDED);
      return;
    }
    assertComplete(document, chunks, what);
    for (ChunkDraft chunk : chunks) {
      boolean indivisible = chunk.span().length() == 1 && chunk.headings().isEmpty();
      assertThat(indivisible || narrow.count(embedded(text, chunk)) <= narrow.limit())
          .as(what)
          .isTrue();
    }
  }

  private List<ChunkDraft> chunks(ServedDocument document) throws Exception {
    return chunks(document, tokens());
  }

  private List<ChunkDraft> chunks(ServedDocument document, TokenCounter counter) throws Exception {
    try (Chunker chunker = provider().open(StageConfig.none());
        Stream<ChunkDraft> chunks = chunker.chunk(document, counter)) {
      return chunks.toList();
    }
  }

  private static String embedded(CodePoints text, ChunkDraft chunk) {
    StringBuilder embedded = new StringBuilder();
    Stream.concat(chunk.headings().stream(), chunk.context().stream())
        .forEach(place -> embedded.append(text.slice(place.start(), place.end())).append('\n'));
    return embedded.append(text.slice(chunk.span().start(), chunk.span().end())).toString();
  }

  private static void assertComplete(
      ServedDocument document, List<ChunkDraft> chunks, String what) {
    int[] text = document.text().value().codePoints().toArray();
    BitSet wanted = new BitSet();
    wanted.set(0, text.length);
    BitSet chunked = new BitSet();
    for (Element element : document.elements()) {
      wanted.set(
          element.span().start(), element.span().end(), !(element instanceof Element.Furniture));
    }
    for (ChunkDraft chunk : chunks) {
      assertThat(chunked.get(chunk.span().start(), chunk.span().end()).isEmpty())
          .as(what + ": overlap")
          .isTrue();
      chunked.set(chunk.span().start(), chunk.span().end());
    }
    for (int at = 0; at < text.length; at++) {
      boolean blank = Character.isWhitespace(text[at]) || Character.isSpaceChar(text[at]);
      assertThat(blank || wanted.get(at) == chunked.get(at))
          .as(what + ": code point " + at)
          .isTrue();
    }
  }

  /** Counts as another does, and takes less. */
  private record Narrow(TokenCounter counter, int limit) implements TokenCounter {
    @Override
    public int count(String text) {
      return counter.count(text);
    }
  }
}
