package dev.frostbyte.bench;

import dev.frostbyte.api.spi.ProjectionChange;
import dev.frostbyte.api.spi.PublishedDocument;
import dev.frostbyte.api.spi.StageConfig;
import dev.frostbyte.api.spi.VectorIndex;
import dev.frostbyte.store.lucene.LuceneVectorIndexProvider;
import dev.frostbyte.testkit.MarkerScan;
import dev.frostbyte.testkit.TestFolders;
import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * What the second stage of an erasure costs: an index of many chunks, one document erased, the time
 * of the purge, and every file opened with the surviving keys and searched for a marker word and a
 * marker vector. Arguments: an empty folder, number of documents, chunks of each.
 *
 * <p>The package {@code dev.frostbyte.bench} says how to start it.
 */
public final class ErasureCost {
  private static final String MARKER = "quartzmoorobsidian";
  private static final int ERASED = 3;

  private final TestSpace space;
  private final Path folder;
  private final int documents;
  private final int chunks;

  private ErasureCost(TestSpace space, Path folder, int documents, int chunks) {
    this.space = space;
    this.folder = folder;
    this.documents = documents;
    this.chunks = chunks;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int documents = Integer.parseInt(arguments[1]);
    int chunks = Integer.parseInt(arguments[2]);
    try (TestSpaces spaces = TestSpaces.in(folder)) {
      new ErasureCost(spaces.space("alpha", "index"), folder, documents, chunks).run();
    }
  }

  private void run() throws IOException {
    StageConfig config = StageConfig.of(Map.of("bufferMegabytes", "1024"));
    try (VectorIndex index = new LuceneVectorIndexProvider().open(config, space)) {
      index.bind(SampleIndex.SPACE);
      timed("build", () -> build(index));
      report("before");
      TestSpace backup = space.copiedTo(folder.resolve("backup"));
      index.apply(new ProjectionChange.Withdraw(SampleIndex.id(ERASED)));
      timed("withdraw and commit", () -> index.commit(2));
      report("after withdrawal");
      timed("purge", index::purge);
      report("after purge");
      timed("purge with nothing to do", index::purge);
      System.out.println("chunks left " + index.chunks());
      System.out.println("backup taken before: " + opens(backup));
    }
  }

  private void build(VectorIndex index) throws IOException {
    for (int n = 0; n < documents; n++) {
      String marker = n == ERASED ? MARKER : "";
      PublishedDocument document = SampleIndex.document(n, chunks, marker);
      index.apply(new ProjectionChange.Publish(document));
    }
    index.commit(1);
  }

  private void report(String when) throws IOException {
    TestSpace copy = space.copiedTo(folder.resolve(when.replace(' ', '-')));
    byte[] vector = vectorBytes();
    List<String> words = new ArrayList<>();
    List<String> vectors = new ArrayList<>();
    try (Directory opened = SealedDirectories.open(copy, 1 << 20)) {
      for (String name : opened.listAll()) {
        byte[] plain = plain(opened, name);
        addIf(MarkerScan.in(plain, MARKER), words, name);
        addIf(contains(plain, vector), vectors, name);
      }
      System.out.println(
          when
              + ": "
              + TestFolders.bytes(copy.path()) / 1_000_000
              + " MB, "
              + opened.listAll().length
              + " files opened, marker word in "
              + words
              + ", marker vector in "
              + vectors
              + ", marker in sealed bytes of "
              + MarkerScan.files(copy.path(), MARKER).size()
              + " files");
    }
  }

  private static void addIf(boolean found, List<String> names, String name) {
    if (found) {
      names.add(name);
    }
  }

  /** The first bytes of the erased document's first vector, as Lucene writes them. */
  private byte[] vectorBytes() {
    float[] vector = SampleIndex.document(ERASED, 1, MARKER).vectors().getFirst();
    ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 8; i++) {
      bytes.putFloat(vector[i]);
    }
    return bytes.array();
  }

  private static boolean contains(byte[] bytes, byte[] wanted) {
    for (int at = 0; at + wanted.length <= bytes.length; at++) {
      if (bytes[at] == wanted[0]
          && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private static byte[] plain(Directory directory, String name) throws IOException {
    try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
      byte[] bytes = new byte[Math.toIntExact(input.length())];
      input.readBytes(bytes, 0, bytes.length);
      return bytes;
    }
  }

  private static String opens(TestSpace backup) {
    try (Directory opened = SealedDirectories.open(backup, 1 << 20)) {
      return "opens " + opened.listAll().length + " files";
    } catch (IOException e) {
      return "opens nothing: " + e.getMessage();
    }
  }

  private static void timed(String what, Step step) throws IOException {
    long start = System.nanoTime();
    step.run();
    System.out.printf(Locale.ROOT, "%s: %.1f s%n", what, (System.nanoTime() - start) / 1e9);
  }

  /** Something to time. */
  private interface Step {
    void run() throws IOException;
  }
}
