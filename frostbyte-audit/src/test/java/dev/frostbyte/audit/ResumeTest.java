package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** A log that is opened for a moment reads its end only, if everything about that end is right. */
final class ResumeTest {
  private static final String FIRST = "0000000000000000.wal";
  private static final String RESUME = "resume";
  private static final int INSIDE_AN_ENTRY = SegmentHeader.FRAMES + 60;

  private final CrashFileSystem disk = new CrashFileSystem();
  private final MemoryKeys keys = new MemoryKeys();
  private final CrashFileSystem keyDisk = new CrashFileSystem();

  @Test
  void goesOnLikeALogThatWasReadWhole() throws IOException {
    String kept = begun(disk.root());
    for (int i = 3; i < 60; i++) {
      kept = append(disk.root(), kept, i);
    }
    try (FileAuditProvider provider = provider();
        AuditLog whole = provider.reopen(disk.root(), TestLog.NAME, kept)) {
      assertThat(whole.verify().intact()).isTrue();
      assertThat(TestLog.entries(whole))
          .extracting(AuditEntry::event)
          .hasSize(60)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void leavesOldEntriesToVerification() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    turn(FIRST, INSIDE_AN_ENTRY);
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.resume(disk.root(), TestLog.NAME, kept)) {
      assertThat(log.verify().intact()).isFalse();
    }
  }

  @Test
  void anyBitTurnedInTheFileLetsEverythingBeRead() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("ResumeTest seed " + seed);
    Random random = new Random(seed);
    String kept = append(disk.root(), begun(disk.root()), 3);
    byte[] file = disk.root().read(RESUME, 1 << 20);
    turn(FIRST, INSIDE_AN_ENTRY);
    for (int trial = 0; trial < 200; trial++) {
      byte[] other = file.clone();
      other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
      disk.root().replace(RESUME, other);
      refuses(kept);
    }
    disk.root().replace(RESUME, new byte[0]);
    refuses(kept);
  }

  @Test
  void aFileOfAnEarlierEndIsNotBelieved() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    byte[] earlier = disk.root().read(RESUME, 1 << 20);
    String newer = append(disk.root(), kept, 4);
    disk.root().replace(RESUME, earlier);
    turn(FIRST, INSIDE_AN_ENTRY);
    refuses(newer);
    refuses(kept);
  }

  @Test
  void aFileOfAnotherLogIsNotBelieved() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    DurableDirectory other = disk.root().directory("other");
    append(other, begun(other), 4);
    disk.root().replace(RESUME, other.read(RESUME, 1 << 20));
    turn(FIRST, INSIDE_AN_ENTRY);
    refuses(kept);
  }

  @Test
  void anyBitTurnedInWhatTheEndSaysKeepsTheLogClosed() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    byte[] journal = disk.root().read(FIRST, 1 << 20);
    int end = ByteBuffer.wrap(journal).getInt(516);
    for (int at : new int[] {5, 20, 30, 70, 513, 517, 530, end - 1, end - 40, end - 150}) {
      turn(FIRST, at);
      turn(FIRST, INSIDE_AN_ENTRY);
      refuses(kept);
      turn(FIRST, at);
      turn(FIRST, INSIDE_AN_ENTRY);
    }
    append(disk.root(), kept, 4);
  }

  @Test
  void whatAKilledProcessAppendedIsThere() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    AuditLog killed = provider().resume(disk.root(), TestLog.NAME, kept);
    killed.append(Events.event(4), Events.NO_PAYLOAD);
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.resume(disk.root(), TestLog.NAME, kept)) {
      assertThat(log.size()).isEqualTo(5);
      assertThat(log.verify().intact()).isTrue();
    }
  }

  @Test
  void aChangeOfTheSigningKeyIsTakenOver() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    try (FileAuditProvider provider = provider()) {
      provider.rotate();
    }
    for (int i = 4; i < 8; i++) {
      kept = append(disk.root(), kept, i);
    }
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.reopen(disk.root(), TestLog.NAME, kept)) {
      assertThat(log.size()).isEqualTo(9);
      assertThat(log.verify().intact()).isTrue();
    }
  }

  @Test
  void aJournalWrittenAnewBehindALogThatIsOpenIsNotBelieved() throws IOException {
    String kept = append(disk.root(), begun(disk.root()), 3);
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.resume(disk.root(), TestLog.NAME, kept)) {
      writeAnew();
      assertThatExceptionOfType(SealBrokenException.class)
          .isThrownBy(() -> log.replay(0, entry -> {}));
      for (boolean verified : new boolean[] {false, true}) {
        AuditQuery first = AuditQuery.all().to(1).verified(verified);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> log.query(first));
      }
      assertThat(log.verify().intact()).isFalse();
    }
  }

  /** Another first entry, with every checksum and every link of the chain right. */
  private void writeAnew() throws IOException {
    Sha256 sha = new Sha256();
    Chain chain = Chain.from(sha.of(TestLog.DEPLOYMENT + "/" + TestLog.NAME));
    int at = SegmentHeader.FRAMES;
    for (Frame frame : frames()) {
      boolean link = frame.kind() == Frame.Kind.LINK;
      byte[] content = link ? chain.link() : changed(frame.content());
      byte[] payload = frame.payload();
      if (!link) {
        Payload named = payload.length == 0 ? Payload.NONE : Payload.of(payload);
        chain.add(Frame.hash(sha, frame.kind().hash(sha, content), named));
      }
      at += put(at, new Frame(frame.kind(), frame.index(), frame.settled(), content, payload));
    }
  }

  private static byte[] changed(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.replace("\"number\":0", "\"number\":9").getBytes(StandardCharsets.UTF_8);
  }

  private List<Frame> frames() throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (SegmentReader reader = SegmentReader.open(disk.root().open(FIRST), TestLog.SMALL)) {
      for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
        frames.add(next.get());
      }
      return frames;
    } catch (BrokenLog broken) {
      throw new AssertionError(broken);
    }
  }

  private int put(int at, Frame frame) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(frame.bytes());
    frame.encode(bytes, new CRC32C());
    try (DurableFile file = disk.root().open(FIRST)) {
      file.write(bytes.flip(), at);
      file.force(true);
    }
    return frame.bytes();
  }

  private FileAuditProvider provider() throws IOException {
    return FileAuditProvider.open(keyDisk.root(), keys, TestLog.DEPLOYMENT, TestLog.SMALL);
  }

  /** A log of three entries; the note of its root. */
  private String begun(DurableDirectory files) throws IOException {
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.open(files, TestLog.NAME)) {
      for (int i = 0; i < 3; i++) {
        log.append(Events.event(i), new byte[10 * i]);
      }
      return log.seal().note();
    }
  }

  private String append(DurableDirectory files, String kept, int number) throws IOException {
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.resume(files, TestLog.NAME, kept)) {
      log.append(Events.event(number), Events.NO_PAYLOAD);
      return log.seal().note();
    }
  }

  private void refuses(String kept) throws IOException {
    try (FileAuditProvider provider = provider()) {
      assertThatExceptionOfType(FrostbyteException.class)
          .isThrownBy(() -> provider.resume(disk.root(), TestLog.NAME, kept).close());
    }
  }

  private void turn(String name, int at) throws IOException {
    try (DurableFile file = disk.root().open(name)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      file.read(one, at);
      one.put(0, (byte) (one.get(0) ^ 1)).flip();
      file.write(one, at);
      file.force(true);
    }
  }
}
