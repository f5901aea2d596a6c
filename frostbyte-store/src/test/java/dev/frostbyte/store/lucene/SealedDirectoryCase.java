package dev.frostbyte.store.lucene;

import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Sealed directories of one space, in a folder of the test. */
abstract class SealedDirectoryCase {
  static final int BLOCK = SealedFormat.BLOCK_BYTES;

  @TempDir Path folder = Path.of("replaced by JUnit");

  TestSpaces spaces = TestSpaces.in(Path.of("unused"));

  @BeforeEach
  void openSpaces() {
    spaces = TestSpaces.in(folder.resolve("home"));
  }

  @AfterEach
  void closeSpaces() {
    spaces.close();
  }

  TestSpace space() throws IOException {
    return spaces.space("alpha", "index");
  }

  static SealedDirectory open(TestSpace space) throws IOException {
    return SealedDirectory.open(space.files(), space.path(), space.epochKey(), 1 << 22);
  }

  static byte[] bytes(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  static void write(SealedDirectory directory, String name, byte[] bytes) throws IOException {
    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
      out.writeBytes(bytes, bytes.length);
    }
    directory.sync(List.of(name));
  }

  static byte[] read(SealedDirectory directory, String name) throws IOException {
    try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
      byte[] bytes = new byte[(int) input.length()];
      input.readBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  Path file(String name) throws IOException {
    return space().path().resolve(name);
  }
}
