package dev.frostbyte.bench.spine;

import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.spi.DetectorProvider;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.DocumentStore;
import dev.frostbyte.api.spi.DocumentStoreProvider;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.EmbeddingModel;
import dev.frostbyte.api.spi.EmbeddingProvider;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.HostProvider;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.Stage;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TokenCounter;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.api.spi.VectorIndexProvider;
import dev.frostbyte.api.tenant.TenantSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Stages that cost nothing, so that what is measured is the engine and the disk. */
public final class FakeStages {
  private FakeStages() {}

  /** Everything is of one type. */
  @Stage(name = "spine", spi = 1)
  public static final class Detector implements DetectorProvider {
    @Override
    public TypeDetector open(StageConfig config) {
      return (source, name) -> new MediaType("application/x-spine");
    }
  }

  /** One paragraph a document. */
  @Stage(name = "spine", spi = 1)
  @Parses(types = "application/x-spine", pureText = true)
  public static final class Parser implements ParserProvider {
    @Override
    public DocumentParser open(StageConfig config) {
      return Parser::parse;
    }

    private static ParseResult parse(
        DocumentSource source, MediaType type, ParseLimits limits, ElementSink sink)
        throws IOException {
      try (var in = source.stream()) {
        sink.accept(
            Block.paragraph(new String(in.readAllBytes(), StandardCharsets.UTF_8), List.of()));
      }
      return new ParseResult.Complete(0);
    }
  }

  /** Runs nothing. */
  @Stage(name = "spine", spi = 1)
  public static final class Host implements HostProvider {
    @Override
    public ParserHost open(StageConfig config) {
      return new NoHost();
    }
  }

  /** A host without parsers. */
  private static final class NoHost implements ParserHost, ParserHost.Seat {
    @Override
    public Seat seat() {
      return this;
    }

    @Override
    public String level() {
      return "none";
    }

    @Override
    public ParseResult parse(
        ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink)
        throws IOException {
      throw new IOException("this host runs no parser");
    }

    @Override
    public void close() {}
  }

  /** Two numbers a text. */
  @Stage(name = "spine", spi = 1)
  public static final class Embedding implements EmbeddingProvider {
    @Override
    public EmbeddingModel open(StageConfig config) {
      return new TwoNumbers();
    }
  }

  /** The model behind {@link Embedding}. */
  private static final class TwoNumbers implements EmbeddingModel, TokenCounter {
    @Override
    public EmbeddingSpace space() {
      return new EmbeddingSpace("spine", "two-numbers", "1", 2, "none", "l2", "", "", "1");
    }

    @Override
    public float[] embedDocument(String text) {
      double angle = text.hashCode();
      return new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }

    @Override
    public float[] embedQuery(String text) {
      return embedDocument(text);
    }

    @Override
    public TokenCounter tokens() {
      return this;
    }

    @Override
    public int count(String text) {
      return text.length() / 4;
    }

    @Override
    public int limit() {
      return 512;
    }

    @Override
    public void close() {}
  }

  /** Rows in memory: every opening replays the journal. */
  @Stage(name = "spine", spi = 1)
  public static final class Store implements DocumentStoreProvider {
    @Override
    public DocumentStore open(StageConfig config, TenantSpace space) {
      return new MemoryRows();
    }
  }

  /** An index in memory. */
  @Stage(name = "spine", spi = 1)
  public static final class Index implements VectorIndexProvider {
    @Override
    public VectorIndex open(StageConfig config, TenantSpace space) {
      return new MemoryIndex();
    }
  }
}
