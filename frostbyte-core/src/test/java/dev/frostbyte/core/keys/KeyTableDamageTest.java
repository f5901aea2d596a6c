package dev.frostbyte.core.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyTableDamageTest {
  private static final String SPACE = "t-one";
  private static final String FILE = "epoch-000000000001";

  private final CrashFileSystem disk = new CrashFileSystem();
  private final MemoryKeys provider = new MemoryKeys();
  private byte[] whole = new byte[0];
  private int header;
  private int frame;

  @BeforeEach
  void makeTableOfThreeFrames() throws IOException {
    try (KeyTable table = KeyTable.create(disk.root(), provider, SPACE)) {
      header = bytes().length;
      for (int i = 1; i <= 3; i++) {
        table.put("doc/" + i, SecretBytes.random());
        table.force();
        frame = i == 1 ? bytes().length - header : frame;
      }
    }
    whole = bytes();
    assertThat(whole).hasSize(header + 3 * frame);
  }

  @Test
  void readsUpToATornTailAndLeavesItAsItIs() throws IOException {
    for (int end = header + 2 * frame; end < whole.length; end++) {
      KeyTableTest.write(disk.root(), FILE, Arrays.copyOf(whole, end));
      try (KeyTable table = open()) {
        assertThat(table.names("doc/")).containsExactly("doc/1", "doc/2");
      }
      assertThat(bytes()).hasSize(end);
    }
  }

  @Test
  void losesNoKeyByLookingAtADamagedTail() throws IOException {
    byte[] damaged = whole.clone();
    damaged[whole.length - 1] ^= 1;
    KeyTableTest.write(disk.root(), FILE, damaged);
    open().close();
    assertThat(bytes()).isEqualTo(damaged);
    KeyTableTest.write(disk.root(), FILE, whole);
    try (KeyTable table = open()) {
      assertThat(table.names("doc/")).containsExactly("doc/1", "doc/2", "doc/3");
    }
  }

  @Test
  void writesOnAfterATornTail() throws IOException {
    KeyTableTest.write(disk.root(), FILE, Arrays.copyOf(whole, whole.length - 1));
    try (KeyTable table = open()) {
      table.put("doc/4", SecretBytes.random());
      table.force();
    }
    try (KeyTable table = open()) {
      assertThat(table.names("doc/")).containsExactly("doc/1", "doc/2", "doc/4");
    }
  }

  @Test
  void refusesEveryFlippedBitBeforeTheLastFrame() throws IOException {
    for (int at = 0; at < header + 2 * frame; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      KeyTableTest.write(disk.root(), FILE, damaged);
      assertThat(refused()).as("flipped byte %d", at).isTrue();
    }
  }

  @Test
  void refusesFramesThatWereSwapped() throws IOException {
    byte[] swapped = whole.clone();
    System.arraycopy(whole, header, swapped, header + frame, frame);
    System.arraycopy(whole, header + frame, swapped, header, frame);
    KeyTableTest.write(disk.root(), FILE, swapped);
    KeyTableTest.broken(this::open, "Frame 0");
  }

  @Test
  void refusesAFrameThatWasRepeated() throws IOException {
    byte[] repeated = Arrays.copyOf(whole, whole.length + frame);
    System.arraycopy(whole, header, repeated, whole.length, frame);
    KeyTableTest.write(disk.root(), FILE, repeated);
    KeyTableTest.broken(this::open, "Frame 3");
  }

  @Test
  void refusesAFrameWithAGoodChecksumThatIsNotSealed() throws IOException {
    ByteBuffer forged = KeyFrames.frame(new byte[100]);
    byte[] longer = Arrays.copyOf(whole, whole.length + forged.remaining());
    forged.get(longer, whole.length, forged.remaining());
    KeyTableTest.write(disk.root(), FILE, longer);
    KeyTableTest.broken(this::open, "Frame 3");
  }

  @Test
  void refusesMoreGarbageThanACrashCanLeave() throws IOException {
    KeyTableTest.write(disk.root(), FILE, Arrays.copyOf(whole, whole.length + (5 << 20)));
    KeyTableTest.broken(this::open, "more follows");
  }

  private boolean refused() throws IOException {
    try {
      open().close();
      return false;
    } catch (FrostbyteException e) {
      return true;
    }
  }

  private KeyTable open() throws IOException {
    return KeyTable.open(disk.root(), provider, SPACE);
  }

  private byte[] bytes() throws IOException {
    return disk.root().read(FILE, 16 << 20);
  }
}
