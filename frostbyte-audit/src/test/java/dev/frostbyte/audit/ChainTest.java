package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** One link of the chain closes the frames of each force, and nothing acknowledged is outside. */
final class ChainTest {
  private static final String FIRST = "0000000000000000.wal";

  private final CrashFileSystem disk = new CrashFileSystem();

  @Test
  void entriesExchangedUnderOneLinkAreRefusedThoughTheirChecksumsFit() throws IOException {
    written();
    List<Placed> frames = frames();
    assertThat(kinds(frames)).containsExactly(Kind.ENTRY, Kind.ENTRY, Kind.LINK);
    put(frames.get(0), frames.get(1).frame.content(), new byte[0]);
    put(frames.get(1), frames.get(0).frame.content(), new byte[0]);
    refuses("the chain is broken");
  }

  @Test
  void aPayloadExchangedForAnotherIsRefusedThoughItsChecksumFits() throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      log.append(Events.event(0), new byte[] {1, 2, 3});
    }
    Placed entry = frames().getFirst();
    put(entry, entry.frame.content(), new byte[] {1, 2, 4});
    refuses("the chain is broken");
  }

  @Test
  void aLinkWithoutFramesIsRefused() throws IOException {
    written();
    Placed link = frames().getLast();
    put(new Placed(link.at + Frame.LINK, link.frame), link.frame.content(), new byte[0]);
    refuses("the chain is broken");
  }

  @Test
  void aLinkWithAPayloadIsRefused() throws IOException {
    written();
    Placed link = frames().getLast();
    put(link, link.frame.content(), new byte[] {1});
    refuses("the chain is broken");
  }

  @Test
  void whatACrashLeftUnderNoLinkGetsOneWhenTheLogIsOpened() throws IOException {
    AuditLog killed = TestLog.open(disk);
    killed.record(Events.event(0), Events.NO_PAYLOAD);
    killed.append(Events.event(1), Events.NO_PAYLOAD);
    Placed link = frames().getLast();
    overwrite(link.at, ByteBuffer.allocate(Frame.LINK));
    try (AuditLog again = TestLog.open(disk)) {
      assertThat(frames()).hasSize(3).last().isEqualTo(link);
      assertThat(again.size()).isEqualTo(2);
      assertThat(again.verify().intact()).isTrue();
    }
  }

  @Test
  void everyAppendEndsInALink() throws IOException {
    AuditLog log = TestLog.open(disk);
    for (int i = 0; i < 5; i++) {
      log.append(Events.event(i), new byte[i]);
      assertThat(frames().getLast().frame.kind()).isEqualTo(Kind.LINK);
    }
    log.seal();
    assertThat(kinds(frames())).endsWith(Kind.LINK, Kind.ROOT, Kind.LINK);
  }

  private void written() throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      log.record(Events.event(0), Events.NO_PAYLOAD);
      log.append(Events.event(1), Events.NO_PAYLOAD);
    }
  }

  private void refuses(String why) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> TestLog.open(disk))
        .withMessageContaining(why);
  }

  private static List<Kind> kinds(List<Placed> frames) {
    return frames.stream().map(placed -> placed.frame.kind()).toList();
  }

  private List<Placed> frames() throws IOException {
    List<Placed> frames = new ArrayList<>();
    try (SegmentReader reader = SegmentReader.open(disk.root().open(FIRST), TestLog.SMALL)) {
      int at = reader.at();
      for (Optional<Frame> next = reader.next(); next.isPresent(); next = reader.next()) {
        frames.add(new Placed(at, next.get()));
        at = reader.at();
      }
      return frames;
    } catch (BrokenLog broken) {
      throw new AssertionError(broken);
    }
  }

  /** Puts a frame with other contents there, with a checksum that is right. */
  private void put(Placed placed, byte[] content, byte[] payload) throws IOException {
    Frame old = placed.frame;
    Frame forged = new Frame(old.kind(), old.index(), old.settled(), content, payload);
    ByteBuffer bytes = ByteBuffer.allocate(forged.bytes());
    forged.encode(bytes, new CRC32C());
    overwrite(placed.at, bytes.flip());
  }

  private void overwrite(int at, ByteBuffer bytes) throws IOException {
    try (DurableFile file = disk.root().open(FIRST)) {
      file.write(bytes, at);
      file.force(true);
    }
  }

  /** A frame and where it begins. */
  private record Placed(int at, Frame frame) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Placed placed
          && at == placed.at
          && Arrays.equals(frame.content(), placed.frame.content());
    }

    @Override
    public int hashCode() {
      return at;
    }
  }
}
