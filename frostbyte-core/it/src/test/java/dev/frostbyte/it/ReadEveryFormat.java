package dev.frostbyte.it;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Renderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads files of all formats and says what became of each, in lines that can be compared. */
final class ReadEveryFormat {
  private ReadEveryFormat() {}

  /** Takes a folder for itself, the folder of files, and the file for the answer. */
  public static void main(String[] arguments) throws Exception {
    List<String> answer = read(Path.of(arguments[0]), Path.of(arguments[1]), 1, 1);
    Files.write(Path.of(arguments[2]), answer);
  }

  /**
   * The name of each file with the hash of its canonical JSON, or why it was not read; each line as
   * often as it came out.
   *
   * @param times each file is read
   */
  static List<String> read(Path folder, Path files, int threads, int times) throws Exception {
    try (Pipeline pipeline = pipeline(folder);
        Workbench workbench = pipeline.workbench();
        ExecutorService readers = Executors.newFixedThreadPool(threads)) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int time = 0; time < times; time++) {
        Samples.below(files).forEach(file -> calls.add(() -> line(workbench, file)));
      }
      List<String> lines = new ArrayList<>();
      for (Future<String> line : readers.invokeAll(calls)) {
        lines.add(line.get());
      }
      return lines.stream().sorted().toList();
    }
  }

  private static String line(Workbench workbench, Path file) {
    return file.getFileName()
        + " "
        + switch (workbench.parse(file)) {
          case Workbench.Parsed.Read read -> hash(Renderer.JSON.render(read.document()));
          case Workbench.Parsed.Refused refused -> refused.problem().code().name();
        };
  }

  private static String hash(String json) {
    return ContentHash.of(json.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static Pipeline pipeline(Path folder) throws IOException {
    return House.bare(folder)
        .everyParser()
        .parser("doc")
        .parser("xls")
        .parser("ppt")
        .inspector("injection")
        .inspector("invisible")
        .inspector("hidden")
        .inspector("pii")
        .build();
  }
}
