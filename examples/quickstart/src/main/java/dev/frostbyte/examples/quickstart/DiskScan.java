package dev.frostbyte.examples.quickstart;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Looks for a word in the name and the bytes of every file, as UTF-8 and as UTF-16 of either byte
 * order. Stateless.
 */
final class DiskScan {
  private static final List<Charset> ENCODINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private DiskScan() {}

  /** Promises that no file below the folder holds the word. */
  static void clean(Path folder, String word, Narration narration, String when) throws IOException {
    List<Path> files = Folders.files(folder);
    int hits = 0;
    for (Path file : files) {
      hits += holds(file, word) ? 1 : 0;
    }
    narration.promise(
        hits == 0, when + ": none of " + files.size() + " files holds the word as plain bytes");
  }

  private static boolean holds(Path file, String word) throws IOException {
    String bytes =
        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return file.toString().contains(word)
        || ENCODINGS.stream()
            .anyMatch(
                encoding ->
                    bytes.contains(
                        new String(word.getBytes(encoding), StandardCharsets.ISO_8859_1)));
  }
}
