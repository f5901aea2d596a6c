package dev.frostbyte.bench.safety;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.CanonicalBuilder;
import dev.frostbyte.parsers.detect.StructureDetectorProvider;
import dev.frostbyte.parsers.worker.InProcessHostProvider;
import dev.frostbyte.parsers.worker.ProcessHostProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Reads documents with the detector and the parsers that come with the library, either in children
 * that stay warm, as for one tenant, or in this JVM. One thread; whoever opens it closes it.
 */
public final class DocumentReader implements AutoCloseable {
  private final TypeDetector detector = new StructureDetectorProvider().open(StageConfig.none());
  private final Map<String, String> providers = providers();
  private final ParserHost host;
  private final ParserHost.Seat seat;
  private final ParseLimits limits;

  private DocumentReader(ParserHost host, ParseLimits limits) throws IOException {
    this.host = host;
    this.limits = limits;
    this.seat = host.seat();
  }

  /** Reads in this JVM, which nothing protects. */
  public static DocumentReader here() throws IOException {
    return new DocumentReader(
        new InProcessHostProvider().open(StageConfig.none()), ParseLimits.DEFAULT);
  }

  /** Reads in children, under the default sandbox. */
  public static DocumentReader inChildren() throws IOException {
    return inChildren(ParseLimits.DEFAULT.deadline());
  }

  /** Reads in children that are killed at this deadline. */
  static DocumentReader inChildren(Duration deadline) throws IOException {
    ParseLimits all = ParseLimits.DEFAULT;
    ParseLimits limits =
        new ParseLimits(
            all.maxPages(),
            all.maxElements(),
            all.maxCharacters(),
            all.maxEntries(),
            all.maxInflatedBytes(),
            all.maxInflationRatio(),
            all.maxDepth(),
            deadline);
    return new DocumentReader(new ProcessHostProvider().open(StageConfig.none()), limits);
  }

  /** Reads one document. */
  public Workbench.Parsed read(String name, byte[] bytes) throws IOException {
    DocumentSource source = DocumentSource.of(bytes);
    MediaType type = detector.detect(source, UntrustedText.of(name));
    String provider = providers.get(type.value());
    if (provider == null) {
      return new Workbench.Parsed.Refused(
          Problem.of(ProblemCode.UNSUPPORTED_FORMAT, "No parser takes it."));
    }
    return read(new ParserTask(provider, StageConfig.none(), type), source, ContentHash.of(bytes));
  }

  private Workbench.Parsed read(ParserTask task, DocumentSource source, ContentHash hash)
      throws IOException {
    CanonicalBuilder builder = new CanonicalBuilder(limits);
    String parser = task.provider();
    return switch (parse(task, source, builder)) {
      case ParseResult.Complete complete ->
          new Workbench.Parsed.Read(
              builder.build(task.type(), hash, parser, complete.pages(), complete.expected()));
      case ParseResult.Cut cut ->
          new Workbench.Parsed.Read(builder.buildCut(task.type(), hash, parser, cut.pages()));
      case ParseResult.Refused refused -> new Workbench.Parsed.Refused(refused.problem());
    };
  }

  private ParseResult parse(ParserTask task, DocumentSource source, ElementSink sink)
      throws IOException {
    try {
      return seat.parse(task, source, limits, sink);
    } catch (BudgetReachedException e) {
      return new ParseResult.Cut(0, Problem.of(ProblemCode.LIMIT_EXCEEDED, "A limit is reached."));
    }
  }

  @Override
  public void close() throws IOException {
    seat.close();
    host.close();
  }

  /** The first provider of each media type, as the plugin lists them. */
  private static Map<String, String> providers() {
    Map<String, String> all = new HashMap<>();
    for (var provider : ServiceLoader.load(ParserProvider.class).stream().toList()) {
      Optional.ofNullable(provider.type().getAnnotation(Parses.class))
          .ifPresent(
              parses -> {
                for (String type : parses.types()) {
                  all.putIfAbsent(type, provider.type().getName());
                }
              });
    }
    return all;
  }
}
