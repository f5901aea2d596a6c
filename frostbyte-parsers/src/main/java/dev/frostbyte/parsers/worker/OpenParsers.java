package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.DocumentParser;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.StageConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The parsers that were opened where documents are read. Finds providers as the pipeline does and
 * runs no code of any but the one named. Thread-safe.
 */
final class OpenParsers implements AutoCloseable {
  private record Key(String provider, StageConfig config) {}

  private final Map<Key, DocumentParser> open = new HashMap<>();

  /**
   * The parser of a task, opened once.
   *
   * @throws FrostbyteException {@code PLUGIN_UNKNOWN} when there is no such provider
   */
  synchronized DocumentParser of(ParserTask task) throws IOException {
    Key key = new Key(task.provider(), task.config());
    DocumentParser known = open.get(key);
    if (known != null) {
      return known;
    }
    DocumentParser parser = provider(task.provider()).open(task.config());
    open.put(key, parser);
    return parser;
  }

  @Override
  public synchronized void close() throws IOException {
    List<DocumentParser> closing = List.copyOf(open.values());
    open.clear();
    for (DocumentParser parser : closing) {
      parser.close();
    }
  }

  private static ParserProvider provider(String name) {
    Iterator<ServiceLoader.Provider<ParserProvider>> providers =
        ServiceLoader.load(ParserProvider.class, OpenParsers.class.getClassLoader()).stream()
            .iterator();
    while (providers.hasNext()) {
      Optional<ServiceLoader.Provider<ParserProvider>> next = next(providers);
      if (next.isPresent() && next.get().type().getName().equals(name)) {
        return next.get().get();
      }
    }
    throw FrostbyteException.of(
        ProblemCode.PLUGIN_UNKNOWN, "No such parser provider is on the class path.");
  }

  private static Optional<ServiceLoader.Provider<ParserProvider>> next(
      Iterator<ServiceLoader.Provider<ParserProvider>> providers) {
    try {
      return Optional.of(providers.next());
    } catch (ServiceConfigurationError e) {
      return Optional.empty();
    }
  }
}
