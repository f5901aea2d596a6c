package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ElementSink;
import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.api.spi.ParseResult;
import dev.frostbyte.api.spi.ParserHost;
import dev.frostbyte.api.spi.ParserProvider;
import dev.frostbyte.api.spi.ParserTask;
import dev.frostbyte.api.spi.Parses;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.core.document.CanonicalBuilder;
import dev.frostbyte.core.document.Renderer;
import dev.frostbyte.parsers.detect.StructureDetectorProvider;
import dev.frostbyte.parsers.worker.InProcessHostProvider;
import dev.frostbyte.parsers.worker.ProcessHostProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A parser gives the same canonical document, to the byte, in a process of its own and in this one:
 * over the documents of the quickstart and one of every other format.
 */
class ChildAndProcessAlikeIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  /** How a parser is run. */
  private interface Running {
    ParseResult parse(ParserTask task, DocumentSource source, ElementSink sink) throws IOException;
  }

  @Test
  void everyDocumentReadsAlikeInAChildAndInThisProcess() throws IOException {
    List<Path> files =
        Stream.concat(Samples.below(Samples.documents()), Samples.below(EveryFormat.write(folder)))
            .toList();
    int read = 0;
    try (ParserHost host = new ProcessHostProvider().open(StageConfig.none());
        ParserHost.Seat seat = host.seat()) {
      for (Path file : files) {
        String here = told(file, ChildAndProcessAlikeIT::parseHere);
        String child =
            told(file, (task, from, to) -> seat.parse(task, from, ParseLimits.DEFAULT, to));
        assertThat(child).as("%s", file.getFileName()).isEqualTo(here);
        read += child.startsWith("{") ? 1 : 0;
      }
    }
    assertThat(read).isGreaterThan(30);
  }

  @Test
  void anotherDocumentIsToldApart() throws IOException {
    List<Path> files = Samples.below(EveryFormat.write(folder)).toList();
    assertThat(files.stream().map(file -> toldHere(file)).distinct()).hasSizeGreaterThan(20);
  }

  private static String toldHere(Path file) {
    try {
      return told(file, ChildAndProcessAlikeIT::parseHere);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String told(Path file, Running running) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    DocumentSource source = DocumentSource.of(bytes);
    UntrustedText name = UntrustedText.of(file.getFileName().toString());
    MediaType type = new StructureDetectorProvider().open(StageConfig.none()).detect(source, name);
    ParserTask task = new ParserTask(provider(type), StageConfig.none(), type);
    CanonicalBuilder builder = new CanonicalBuilder(ParseLimits.DEFAULT);
    ContentHash hash = ContentHash.of(bytes);
    return switch (running.parse(task, source, builder)) {
      case ParseResult.Complete complete ->
          Renderer.JSON.render(
              builder.build(type, hash, "any", complete.pages(), complete.expected()));
      case ParseResult.Cut cut ->
          Renderer.JSON.render(builder.buildCut(type, hash, "any", cut.pages()));
      case ParseResult.Refused refused -> refused.problem().code().name();
    };
  }

  private static ParseResult parseHere(ParserTask task, DocumentSource source, ElementSink sink)
      throws IOException {
    try (ParserHost here = new InProcessHostProvider().open(StageConfig.none());
        ParserHost.Seat seat = here.seat()) {
      return seat.parse(task, source, ParseLimits.DEFAULT, sink);
    }
  }

  /** The first of the library's own providers that takes a type. */
  private static String provider(MediaType type) {
    return providers().stream()
        .map(known -> known.type())
        .filter(known -> known.getName().startsWith("dev.frostbyte.parsers."))
        .filter(known -> List.of(known.getAnnotation(Parses.class).types()).contains(type.value()))
        .map(Class::getName)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no parser of " + type.value()));
  }

  private static List<ServiceLoader.Provider<ParserProvider>> providers() {
    return ServiceLoader.load(ParserProvider.class).stream().toList();
  }
}
