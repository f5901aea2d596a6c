package dev.frostbyte.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrashFileSystemTest {
  private static final int STATES = 400;
  private static final int SECTOR = CrashFileSystem.SECTOR;

  private final CrashFileSystem disk = new CrashFileSystem();
  private final DurableDirectory root = disk.root();

  @Test
  void keepsInEveryStateWhatWasForcedAndSynced() throws IOException {
    DurableFile file = synced("a", filled(3 * SECTOR, 1));
    file.write(ByteBuffer.wrap(filled(SECTOR, 2)), SECTOR);
    for (int seed = 0; seed < STATES; seed++) {
      byte[] found = disk.afterPowerLoss(new Random(seed)).root().read("a", 1 << 20);
      assertThat(found).hasSize(3 * SECTOR);
      assertThat(Arrays.copyOf(found, SECTOR)).containsOnly(1);
      assertThat(Arrays.copyOfRange(found, 2 * SECTOR, 3 * SECTOR)).containsOnly(1);
    }
  }

  @Test
  void unforcedSectorsAreLostKeptAndReorderedButNeverTornInside() throws IOException {
    DurableFile file = synced("a", filled(2 * SECTOR, 1));
    file.write(ByteBuffer.wrap(filled(SECTOR, 2)), 0);
    file.write(ByteBuffer.wrap(filled(SECTOR, 3)), SECTOR);
    file.write(ByteBuffer.wrap(filled(SECTOR, 4)), 0);
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < STATES; seed++) {
      byte[] found = disk.afterPowerLoss(new Random(seed)).root().read("a", 1 << 20);
      assertThat(Arrays.copyOf(found, SECTOR)).containsOnly(found[0]);
      seen.add(found[0] + "," + found[SECTOR]);
    }
    assertThat(seen).containsExactlyInAnyOrder("1,1", "1,3", "2,1", "2,3", "4,1", "4,3");
  }

  @Test
  void aWriteOverSeveralSectorsCanBeTorn() throws IOException {
    DurableFile file = synced("a", filled(2 * SECTOR, 1));
    file.write(ByteBuffer.wrap(filled(2 * SECTOR, 2)), 0);
    Set<String> seen = new HashSet<>();
    for (int seed = 0; seed < STATES; seed++) {
      byte[] found = disk.afterPowerLoss(new Random(seed)).root().read("a", 1 << 20);
      seen.add(found[0] + "," + found[SECTOR]);
    }
    assertThat(seen).containsExactlyInAnyOrder("1,1", "1,2", "2,1", "2,2");
  }

  @Test
  void forcingBytesDoesNotKeepANewLength() throws IOException {
    DurableFile file = synced("a", filled(SECTOR, 1));
    file.write(ByteBuffer.wrap(filled(SECTOR, 2)), SECTOR);
    file.force(false);
    assertThat(disk.withDurableOnly().root().read("a", 1 << 20)).hasSize(SECTOR);
    file.force(true);
    assertThat(disk.withDurableOnly().root().read("a", 1 << 20)).hasSize(2 * SECTOR);
  }

  @Test
  void namesNeedASyncOfTheirDirectory() throws IOException {
    synced("old", filled(1, 1));
    root.create("new").force(true);
    root.rename("old", "moved");
    Set<String> seen = new TreeSet<>();
    for (int seed = 0; seed < STATES; seed++) {
      seen.add(disk.afterPowerLoss(new Random(seed)).root().list().toString());
    }
    assertThat(seen).containsExactly("[moved, new]", "[moved]", "[new, old]", "[old]");
    root.sync();
    assertThat(disk.withDurableOnly().root().list()).containsExactly("moved", "new");
  }

  @Test
  void aFailedForceIsNotMadeUpForByALaterOne() throws IOException {
    DurableFile file = synced("a", filled(SECTOR, 1));
    file.write(ByteBuffer.wrap(filled(SECTOR, 2)), 0);
    disk.failAt(1);
    assertThatThrownBy(() -> file.force(true)).isInstanceOf(IOException.class);
    file.force(true);
    assertThat(disk.withDurableOnly().root().read("a", SECTOR)).containsOnly(1);
    file.write(ByteBuffer.wrap(filled(SECTOR, 3)), 0);
    file.force(true);
    assertThat(disk.withDurableOnly().root().read("a", SECTOR)).containsOnly(3);
  }

  @Test
  void aFailedSyncIsNotMadeUpForByALaterOne() throws IOException {
    root.create("a");
    disk.failAt(1);
    assertThatThrownBy(root::sync).isInstanceOf(IOException.class);
    root.sync();
    assertThat(disk.withDurableOnly().root().list()).isEmpty();
  }

  @Test
  void aFailedWriteIsShort() throws IOException {
    DurableFile file = root.create("a");
    disk.failAt(1);
    assertThatThrownBy(() -> file.write(ByteBuffer.wrap(filled(100, 1)), 0))
        .isInstanceOf(IOException.class);
    assertThat(file.size()).isEqualTo(50);
  }

  @Test
  void nothingWorksAfterThePowerIsCut() throws IOException {
    DurableFile file = synced("a", filled(1, 1));
    disk.cutPowerAt(1);
    assertThatThrownBy(() -> file.force(true)).isInstanceOf(IOException.class);
    assertThatThrownBy(file::size).isInstanceOf(IOException.class);
    assertThatThrownBy(root::list).isInstanceOf(IOException.class);
    assertThat(disk.afterKill().root().list()).containsExactly("a");
  }

  @Test
  void anIgnoredForceKeepsNothing() throws IOException {
    disk.ignore(Operation.FORCE);
    synced("a", filled(SECTOR, 1));
    assertThat(disk.withDurableOnly().root().read("a", SECTOR)).isEmpty();
    assertThat(disk.afterKill().root().read("a", SECTOR)).hasSize(SECTOR);
  }

  @Test
  void anIgnoredSyncKeepsNoName() throws IOException {
    disk.ignore(Operation.SYNC);
    synced("a", filled(SECTOR, 1));
    assertThat(disk.withDurableOnly().root().list()).isEmpty();
  }

  @Test
  void replaceLeavesTheOldOrTheNewContentInEveryState() throws IOException {
    root.replace("a", filled(2000, 1));
    for (int change = 1; change < 8; change++) {
      CrashFileSystem copy = disk.afterKill();
      copy.cutPowerAt(change);
      try {
        copy.root().replace("a", filled(1500, 2));
      } catch (IOException expected) {
        assertThat(expected).hasMessageContaining("power");
      }
      for (int seed = 0; seed < 50; seed++) {
        byte[] found = copy.afterPowerLoss(new Random(seed)).root().read("a", 1 << 20);
        assertThat(found).hasSize(found[0] == 1 ? 2000 : 1500).containsOnly(found[0]);
      }
    }
  }

  @Test
  void directoriesAreDurableAndHaveTheirOwnEntries() throws IOException {
    DurableDirectory inner = root.directory("inner");
    inner.create("a");
    inner.sync();
    DurableDirectory found = disk.withDurableOnly().root();
    assertThat(found.list()).containsExactly("inner");
    assertThat(found.directory("inner").list()).containsExactly("a");
  }

  @Test
  void cutBytesAreZeroWhenTheFileGrowsAgain() throws IOException {
    DurableFile file = synced("a", filled(2 * SECTOR, 1));
    file.truncate(10);
    file.write(ByteBuffer.wrap(filled(1, 2)), 2 * SECTOR - 1);
    file.force(true);
    byte[] found = disk.withDurableOnly().root().read("a", 1 << 20);
    assertThat(Arrays.copyOf(found, 10)).containsOnly(1);
    assertThat(Arrays.copyOfRange(found, 10, 2 * SECTOR - 1)).containsOnly(0);
  }

  /** Both file systems must answer the same random calls in the same way. */
  @Test
  void behavesLikeTheRealFileSystem(@TempDir Path folder) throws IOException {
    DurableDirectory real = DurableDirectory.at(folder);
    Random random = new Random(7);
    for (int step = 0; step < 2_000; step++) {
      long seed = random.nextLong();
      assertThat(step(root, new Random(seed))).isEqualTo(step(real, new Random(seed)));
    }
  }

  private static String step(DurableDirectory directory, Random random) throws IOException {
    String name = "file" + random.nextInt(4);
    try {
      return switch (random.nextInt(6)) {
        case 0 -> closed(directory.create(name), 0);
        case 1 -> closed(directory.open(name), random.nextInt(3_000));
        case 2 -> renamed(directory, name, "file" + random.nextInt(4));
        case 3 -> deleted(directory, name);
        case 4 -> directory.list().toString();
        default -> Arrays.toString(directory.read(name, 1 << 20));
      };
    } catch (FileAlreadyExistsException | NoSuchFileException e) {
      return e.getClass().getName();
    }
  }

  private static String closed(DurableFile file, int position) throws IOException {
    try (file) {
      file.write(ByteBuffer.wrap(filled(position / 2, position)), position);
      file.truncate(Math.min(file.size(), 2_500));
      ByteBuffer some = ByteBuffer.allocate(700);
      int read = file.read(some, position / 3);
      return file.size() + " " + read + " " + Arrays.toString(some.array());
    }
  }

  private static String renamed(DurableDirectory directory, String from, String to)
      throws IOException {
    directory.rename(from, to);
    return "renamed";
  }

  private static String deleted(DurableDirectory directory, String name) throws IOException {
    directory.delete(name);
    return "deleted";
  }

  private DurableFile synced(String name, byte[] bytes) throws IOException {
    DurableFile file = root.create(name);
    file.write(ByteBuffer.wrap(bytes), 0);
    file.force(true);
    root.sync();
    return file;
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
