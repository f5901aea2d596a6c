package dev.frostbyte.parsers.detect;

import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.TypeDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Prints extension, type and name of every file below the folders named, for measuring. */
final class DetectTable {
  private DetectTable() {}

  /** Arguments: folders. */
  public static void main(String[] folders) throws IOException {
    TypeDetector detector = new StructureDetectorProvider().open(StageConfig.none());
    for (String folder : folders) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(Path.of(folder))) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path file : files) {
        String name = file.getFileName().toString();
        DocumentSource source = DocumentSource.of(Files.readAllBytes(file));
        System.out.println(
            name.substring(name.lastIndexOf('.') + 1)
                + "\t"
                + detector.detect(source, UntrustedText.of(name))
                + "\t"
                + name);
      }
    }
  }
}
