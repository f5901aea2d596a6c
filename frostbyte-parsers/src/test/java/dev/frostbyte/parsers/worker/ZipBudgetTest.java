package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers that show one directory to us and another to a reader. */
class ZipBudgetTest {
  private static final int END_SIZE = 22;
  private static final int ENTRY_SIZE = 46;
  private static final int MOST = 8 << 20;
  private static final ParseLimits LIMITS =
      new ParseLimits(9, 9, 9, 20, MOST, 200, 9, Duration.ofMinutes(1));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void measuresEntriesWhosePlaceTakesEightBytes(boolean sizes) {
    refuses(wide(zip(2 * MOST), sizes));
    passes(wide(zip(MOST / 2), sizes));
  }

  /** Its lower half is a size that could be one. */
  @Test
  void measuresEntriesWhoseSizeIsLessThanNothing() {
    refuses(negative(zip(2 * MOST)));
    passes(negative(zip(MOST / 2)));
  }

  @Test
  void measuresTheDirectoryOfTheOffsetAndTheOneOfTheSize() {
    byte[] zip = zip(2 * MOST);
    int start = offset(zip);
    int honest = start + ENTRY_SIZE + nameLength(zip, start);
    byte[] directory = Arrays.copyOfRange(zip, start, honest);
    byte[] both = joined(Arrays.copyOf(zip, zip.length - END_SIZE), directory);
    refuses(joined(both, end(directory.length, start)));
    refuses(joined(both, end(both.length - start, both.length - directory.length)));
    passes(joined(both, end(directory.length, both.length - directory.length)));
  }

  @Test
  void goesOnToAnEarlierEndWhereTheLastLeadsNowhere() {
    refuses(joined(zip(2 * MOST), end(0, 0)));
    refuses(joined(zip(2 * MOST), end(5, 1)));
    passes(joined(zip(MOST / 2), end(0, 0)));
  }

  @Test
  void measuresAContainerBehindOtherBytesOnce() {
    byte[] before = new byte[1_000];
    refuses(joined(before, zip(2 * MOST)));
    passes(joined(before, zip(MOST / 4 * 3)));
  }

  private static void refuses(byte[] file) {
    assertThatThrownBy(() -> require(file))
        .isInstanceOf(BudgetReachedException.class)
        .hasMessageStartingWith("maxInflatedBytes");
  }

  private static void passes(byte[] file) {
    assertThatCode(() -> require(file)).doesNotThrowAnyException();
  }

  private static void require(byte[] file) throws BudgetReachedException {
    new ZipBudget(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), LIMITS).require();
  }

  private static byte[] zip(int size) {
    return Bombs.docxWithEntry("word/a.bin", Bombs.repeated("", "a", size, ""));
  }

  /** Every entry with its place, and its sizes on demand, in the extra field of ZIP64. */
  private static byte[] wide(byte[] zip, boolean sizes) {
    ByteBuffer old = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int start = offset(zip);
    ByteBuffer made = ByteBuffer.allocate(zip.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = start; at < zip.length - END_SIZE; at += ENTRY_SIZE + nameLength(zip, at)) {
      int entry = made.position();
      made.put(zip, at, ENTRY_SIZE + nameLength(zip, at));
      made.putShort(entry + 30, (short) (sizes ? 28 : 12)).putInt(entry + 42, -1);
      made.putShort((short) 1).putShort((short) (sizes ? 24 : 8));
      if (sizes) {
        made.putInt(entry + 20, -1).putInt(entry + 24, -1);
        made.putLong(old.getInt(at + 24)).putLong(old.getInt(at + 20));
      }
      made.putLong(old.getInt(at + 42));
    }
    byte[] directory = Arrays.copyOf(made.array(), made.position());
    byte[] entries = Arrays.copyOf(zip, start);
    return joined(joined(entries, directory), end(directory.length, start));
  }

  private static byte[] negative(byte[] zip) {
    byte[] wide = wide(zip, true);
    ByteBuffer made = ByteBuffer.wrap(wide).order(ByteOrder.LITTLE_ENDIAN);
    int start = offset(wide);
    for (int at = start;
        at < wide.length - END_SIZE;
        at += ENTRY_SIZE + nameLength(wide, at) + 28) {
      made.putLong(at + ENTRY_SIZE + nameLength(wide, at) + 12, 0x8000_0000_4000_0000L);
    }
    return wide;
  }

  private static byte[] end(int length, int offset) {
    ByteBuffer end = ByteBuffer.allocate(END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
    return end.putInt(0x06054b50).putInt(12, length).putInt(16, offset).array();
  }

  private static int offset(byte[] zip) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
  }

  private static int nameLength(byte[] zip, int entry) {
    return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getShort(entry + 28);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
