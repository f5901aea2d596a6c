package dev.frostbyte.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.testkit.TestSpace;
import dev.frostbyte.testkit.TestSpaces;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.RandomAccessInput;
import org.apache.lucene.util.GroupVIntUtil;

/** Whatever is written and however it is read, the sealed directory answers like Lucene's own. */
final class SealedInputPropertyTest {
  private static final int STEPS = 60;

  @Property(tries = 25)
  void readsLikeLucenesOwnDirectory(@ForAll long seed, @ForAll @IntRange(max = 3) int blocks)
      throws IOException {
    Random random = new Random(seed);
    byte[] content = content(random, blocks);
    Path folder = Files.createTempDirectory("sealed");
    try (TestSpaces spaces = TestSpaces.in(folder);
        Directory expected = new MMapDirectory(folder.resolve("plain"));
        SealedDirectory actual = open(spaces.space("alpha", "index"))) {
      long first = write(expected, content, new Random(seed));
      long second = write(actual, content, new Random(seed));
      assertThat(second).as("checksum").isEqualTo(first);
      assertThat(actual.fileLength("file")).isEqualTo(content.length);
      compare(expected, actual, random);
    } finally {
      delete(folder);
    }
  }

  private static SealedDirectory open(TestSpace space) throws IOException {
    return SealedDirectory.open(space.files(), space.path(), space.epochKey(), 1 << 20);
  }

  /** Lengths near block borders, where mistakes live. */
  private static byte[] content(Random random, int blocks) {
    int length = Math.max(0, blocks * SealedFormat.BLOCK_BYTES + random.nextInt(41) - 20);
    byte[] content = new byte[length];
    random.nextBytes(content);
    for (int i = 0; i < length; i++) {
      content[i] &= (byte) (random.nextInt(4) == 0 ? 0xff : 0x7f);
    }
    return content;
  }

  private static long write(Directory directory, byte[] content, Random random) throws IOException {
    try (IndexOutput out = directory.createOutput("file", IOContext.DEFAULT)) {
      int at = 0;
      while (at < content.length) {
        int part = Math.min(content.length - at, 1 + random.nextInt(9000));
        writePart(out, content, at, part, random.nextBoolean());
        at += part;
        assertThat(out.getFilePointer()).isEqualTo(at);
      }
      return out.getChecksum();
    }
  }

  private static void writePart(IndexOutput out, byte[] content, int at, int part, boolean bulk)
      throws IOException {
    if (bulk) {
      out.writeBytes(content, at, part);
      return;
    }
    for (int i = at; i < at + part; i++) {
      out.writeByte(content[i]);
    }
  }

  private static void compare(Directory expected, Directory actual, Random random)
      throws IOException {
    try (IndexInput first = expected.openInput("file", IOContext.DEFAULT);
        IndexInput second = actual.openInput("file", IOContext.DEFAULT)) {
      assertThat(second.length()).isEqualTo(first.length());
      compareInputs(first, second, random, 2);
    }
  }

  private static void compareInputs(IndexInput first, IndexInput second, Random random, int depth)
      throws IOException {
    for (int step = 0; step < STEPS; step++) {
      long length = first.length();
      long position = length == 0 ? 0 : random.nextLong(length + 1);
      if (random.nextInt(3) == 0) {
        first.seek(position);
        second.seek(position);
      }
      long choice = random.nextLong();
      assertThat(read(second, new Random(choice))).isEqualTo(read(first, new Random(choice)));
      compareRandomAccess(first, second, position, random.nextInt(4));
      if (depth > 0 && random.nextInt(20) == 0) {
        compareDerived(first, second, position, random, depth - 1);
      }
    }
  }

  private static void compareDerived(
      IndexInput first, IndexInput second, long offset, Random random, int depth)
      throws IOException {
    compareInputs(first.clone(), second.clone(), random, depth);
    long length = first.length() - offset;
    long part = length == 0 ? 0 : random.nextLong(length + 1);
    compareInputs(
        first.slice("slice", offset, part), second.slice("slice", offset, part), random, depth);
  }

  private static void compareRandomAccess(
      IndexInput first, IndexInput second, long position, int kind) throws IOException {
    long before = second.getFilePointer();
    RandomAccessInput wanted = first.randomAccessSlice(0, first.length());
    RandomAccessInput got = (RandomAccessInput) second;
    if (position + Long.BYTES <= first.length()) {
      assertThat(value(got, position, kind)).isEqualTo(value(wanted, position, kind));
    }
    assertThat(second.getFilePointer()).isEqualTo(before);
  }

  private static long value(RandomAccessInput input, long position, int kind) throws IOException {
    return switch (kind) {
      case 0 -> input.readByte(position);
      case 1 -> input.readShort(position);
      case 2 -> input.readInt(position);
      default -> input.readLong(position);
    };
  }

  /** One read of any kind, as text; the end of the file is an answer too. */
  private static String read(IndexInput input, Random random) throws IOException {
    long from = input.getFilePointer();
    try {
      return readSome(input, random) + " @" + input.getFilePointer();
    } catch (EOFException e) {
      input.seek(from);
      return "end";
    }
  }

  private static String readSome(IndexInput input, Random random) throws IOException {
    int count = random.nextInt(5000);
    return switch (random.nextInt(11)) {
      case 0 -> "" + input.readByte();
      case 1 -> "" + input.readShort();
      case 2 -> "" + input.readInt();
      case 3 -> "" + input.readLong();
      case 4 -> floats(input, count);
      case 5 -> longs(input, count);
      case 6 -> ints(input, count);
      case 7 -> bytes(input, count);
      case 8 -> skipped(input, count);
      case 9 -> "" + (input.length() - input.getFilePointer() < 5 ? 0 : vint(input));
      default -> bytes(input, 1);
    };
  }

  private static int vint(DataInput input) throws IOException {
    return input.readByte() + 256 * input.readByte();
  }

  private static String skipped(IndexInput input, int count) throws IOException {
    input.skipBytes(Math.min(count, input.length() - input.getFilePointer()));
    return "skipped";
  }

  private static String bytes(IndexInput input, int count) throws IOException {
    byte[] values = new byte[count + 1];
    input.readBytes(values, 1, count);
    return Arrays.toString(values);
  }

  private static String ints(IndexInput input, int count) throws IOException {
    int[] values = new int[count + 1];
    input.readInts(values, 1, count);
    return Arrays.toString(values);
  }

  private static String longs(IndexInput input, int count) throws IOException {
    long[] values = new long[count + 1];
    input.readLongs(values, 1, count);
    return Arrays.toString(values);
  }

  private static String floats(IndexInput input, int count) throws IOException {
    float[] values = new float[count + 1];
    input.readFloats(values, 1, count);
    return Arrays.toString(values);
  }

  @Property(tries = 10)
  void readsGroupsOfIntegers(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    int[] values = random.ints(9001, 0, 1 << random.nextInt(1, 31)).toArray();
    ByteBuffersDataOutput encoded = new ByteBuffersDataOutput();
    GroupVIntUtil.writeGroupVInts(encoded, new byte[17], values.clone(), values.length);
    Path folder = Files.createTempDirectory("sealed");
    try (TestSpaces spaces = TestSpaces.in(folder);
        SealedDirectory directory = open(spaces.space("alpha", "index"))) {
      write(directory, encoded.toArrayCopy(), random);
      try (IndexInput input = directory.openInput("file", IOContext.DEFAULT)) {
        int[] read = new int[values.length];
        GroupVIntUtil.readGroupVInts(input, read, values.length);
        assertThat(read).isEqualTo(values);
      }
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
