package dev.frostbyte.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes an export in one of many ways, never in none, and puts it back. */
final class Mutations {
  private static final int OPERATORS = 9;

  private final Path directory;
  private final List<Path> files;
  private final Map<Path, byte[]> original = new HashMap<>();
  private final List<Path> strangers;

  Mutations(Path directory, Path... strangers) throws IOException {
    this.directory = directory;
    this.files = ExportTest.files(directory);
    this.strangers = List.of(strangers);
    for (Path file : files) {
      original.put(file, Files.readAllBytes(file));
    }
  }

  /** Changes the export; says how. */
  String mutate(Random random) throws IOException {
    String what = "nothing";
    while (isRestored()) {
      Path file = files.get(random.nextInt(files.size()));
      int operator = random.nextInt(OPERATORS);
      what = "operator " + operator + " on " + directory.relativize(file);
      apply(operator, file, random);
    }
    return what;
  }

  private void apply(int operator, Path file, Random random) throws IOException {
    byte[] bytes = bytes(file);
    int at = random.nextInt(bytes.length);
    switch (operator) {
      case 0 -> Files.write(file, turned(bytes, at, random.nextInt(8)));
      case 1 -> Files.delete(file);
      case 2 -> Files.write(file, Arrays.copyOf(bytes, at));
      case 3 -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40)));
      case 4 -> Files.write(file, bytes(files.get(random.nextInt(files.size()))));
      case 5 -> exchange(file, files.get(random.nextInt(files.size())));
      case 6 -> Files.write(file, withoutSome(bytes, at, random));
      case 7 -> Files.write(file, twice(bytes, at, random));
      default -> splice(strangers.get(random.nextInt(strangers.size())), file, random);
    }
  }

  private void exchange(Path one, Path two) throws IOException {
    Files.write(one, bytes(two));
    Files.write(two, bytes(one));
  }

  /** Takes a file, or all files, from another export. */
  private void splice(Path stranger, Path file, Random random) throws IOException {
    List<Path> taken = random.nextInt(4) == 0 ? files : List.of(file);
    for (Path one : taken) {
      Path source = stranger.resolve(directory.relativize(one));
      if (Files.exists(source)) {
        Files.copy(source, one, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  void restore() throws IOException {
    for (Path file : files) {
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes(file))) {
        Files.write(file, bytes(file));
      }
    }
  }

  boolean isRestored() throws IOException {
    for (Path file : files) {
      if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes(file))) {
        return false;
      }
    }
    return true;
  }

  private byte[] bytes(Path file) {
    return original.getOrDefault(file, new byte[0]);
  }

  private static byte[] turned(byte[] bytes, int at, int bit) {
    byte[] changed = bytes.clone();
    changed[at] ^= (byte) (1 << bit);
    return changed;
  }

  private static byte[] withoutSome(byte[] bytes, int at, Random random) {
    int end = Math.min(bytes.length, at + 1 + random.nextInt(100));
    byte[] changed = Arrays.copyOf(bytes, bytes.length - end + at);
    System.arraycopy(bytes, end, changed, at, bytes.length - end);
    return changed;
  }

  private static byte[] twice(byte[] bytes, int at, Random random) {
    int length = Math.min(bytes.length - at, 1 + random.nextInt(100));
    byte[] changed = Arrays.copyOf(bytes, bytes.length + length);
    System.arraycopy(bytes, at, changed, at + length, bytes.length - at);
    return changed;
  }
}
