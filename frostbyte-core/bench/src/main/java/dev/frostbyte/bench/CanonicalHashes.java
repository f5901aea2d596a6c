package dev.frostbyte.bench;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Renderer;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Prints a hash of the canonical document of every file under a folder, so that two machines,
 * settings or runs can be compared line by line. Arguments: folder, threads.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class CanonicalHashes {
  private CanonicalHashes() {}

  /** Prints one line a file, in the order of names. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = Path.of(arguments[0]);
    Path scratch = Files.createTempDirectory("canonical");
    try (Pipeline pipeline =
            EmbeddedPipeline.open(scratch.resolve("home"), scratch.resolve("keys"));
        Workbench workbench = pipeline.workbench();
        ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
      List<Future<String>> lines =
          files(folder).stream()
              .map(file -> threads.submit(() -> line(workbench, folder, file)))
              .toList();
      for (Future<String> line : lines) {
        System.out.println(line.get());
      }
    }
  }

  private static String line(Workbench workbench, Path folder, Path file) {
    String result =
        switch (workbench.parse(file)) {
          case Workbench.Parsed.Read read -> hash(Renderer.JSON.render(read.document()));
          case Workbench.Parsed.Refused refused -> refused.problem().code().name();
        };
    return folder.relativize(file) + "\t" + result;
  }

  private static String hash(String json) {
    return ContentHash.of(json.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }
}
