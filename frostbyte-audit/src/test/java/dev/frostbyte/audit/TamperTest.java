package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever changes the files of a closed log is found out when it is opened, or verified. */
final class TamperTest {
  private static final String FIRST = "0000000000000000.wal";
  private static final String SECOND = "0000000000000001.wal";

  private final CrashFileSystem disk = new CrashFileSystem();

  @Test
  void anyBitTurnedInAnyFrameOrHeaderKeepsTheLogClosed() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("TamperTest seed " + seed);
    Random random = new Random(seed);
    List<Place> places = written();
    for (int trial = 0; trial < 2_000; trial++) {
      Place place = places.get(random.nextInt(places.size()));
      CrashFileSystem changed = disk.afterKill();
      turn(changed, place, random.nextInt(8));
      assertThatExceptionOfType(FrostbyteException.class)
          .as("%s", place)
          .isThrownBy(() -> TestLog.open(changed))
          .satisfies(e -> assertThat(e.problem().code()).isNotNull());
    }
  }

  @Test
  void aBitTurnedWhileTheLogIsOpenIsFoundByVerifyAndReplay() throws IOException {
    List<Place> places = written();
    Place inAnEntry = places.get(places.size() / 3);
    AuditLog log = TestLog.open(disk);
    turn(disk, inAnEntry, 3);
    Verification found = log.verify();
    assertThat(found.intact()).isFalse();
    assertThat(found.breaks().getFirst().what()).isNotBlank();
    assertThatThrownBy(() -> log.replay(0, entry -> {})).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aMissingSegmentKeepsTheLogClosed() throws IOException {
    written();
    disk.root().delete(FIRST);
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "segment 0 is missing");
  }

  @Test
  void segmentsExchangedKeepTheLogClosed() throws IOException {
    written();
    disk.root().rename(FIRST, "x");
    disk.root().rename(SECOND, FIRST);
    disk.root().rename("x", SECOND);
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "do not follow each other");
  }

  @Test
  void aShortenedSegmentKeepsTheLogClosed() throws IOException {
    written();
    try (DurableFile file = disk.root().open(SECOND)) {
      file.truncate(file.size() - 1);
    }
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "bytes instead of");
  }

  @Test
  void aSegmentOfAnotherLogKeepsTheLogClosed() throws IOException {
    written();
    DurableDirectory other = disk.root().directory("other");
    try (FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
        AuditLog log = provider.open(other, "tenants/b")) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
    }
    disk.root().replace(FIRST, other.read(FIRST, 1 << 20));
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "another log");
  }

  @Test
  void aJournalOfANewerVersionIsRefusedAsSuch() throws IOException {
    written();
    overwrite(disk, FIRST, 4, new byte[] {0, 0, 0, 2});
    refusesWith(ProblemCode.FORMAT_TOO_NEW, "version 2");
  }

  @Test
  void entriesRewrittenWithAConsistentChainDoNotHaveTheSignedRoot() throws IOException {
    Segments segments = new Segments(disk.root(), TestLog.SMALL);
    SigningKey forger = SigningKey.of(TestLog.DEPLOYMENT, SecretBytes.random());
    rewrite(segments, forger.verifier(), "signed by whoever");
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "a signed root cannot be read");
  }

  @Test
  void aSealedEntryCutOffAsIfTornIsNoticedEvenWithoutTheClosingMark() throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      log.append(Events.event(0), Events.NO_PAYLOAD);
      log.append(Events.event(1), Events.NO_PAYLOAD);
      log.seal();
    }
    overwrite(disk, FIRST, 512, new byte[512]);
    turn(disk, new Place(FIRST, SegmentHeader.FRAMES + 40), 0);
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "a later one");
  }

  @Test
  void aTornTailIsCutOffAndTheNextEntryTakesItsPlace() throws IOException {
    AuditLog log = TestLog.open(disk);
    log.append(Events.event(0), Events.NO_PAYLOAD);
    int end = end(FIRST);
    overwrite(disk, FIRST, end, new byte[] {0, 0, 1, 0, 7, 7, 7});
    overwrite(disk, FIRST, end + 100, new byte[] {9});
    try (AuditLog again = TestLog.open(disk)) {
      assertThat(again.append(Events.event(1), Events.NO_PAYLOAD).index()).isEqualTo(1);
      assertThat(again.verify().intact()).isTrue();
    }
    assertThat(TestLog.entries(TestLog.open(disk))).hasSize(2);
  }

  @Test
  void aFrameBehindATornOneNeverComesBack() throws IOException {
    AuditLog log = TestLog.open(disk);
    log.append(Events.event(0), Events.NO_PAYLOAD);
    int torn = end(FIRST);
    log.record(Events.event(1), Events.NO_PAYLOAD);
    log.append(Events.event(2), Events.NO_PAYLOAD);
    int frame = (end(FIRST) - torn - Frame.LINK) / 2;
    overwrite(disk, FIRST, torn, new byte[frame]);
    AuditLog again = TestLog.open(disk);
    assertThat(again.append(Events.event(3), Events.NO_PAYLOAD).index()).isEqualTo(1);
    assertThat(end(FIRST)).isEqualTo(torn + frame + Frame.LINK);
    assertThat(TestLog.entries(TestLog.open(disk))).hasSize(2);
  }

  @Test
  void aRootThatWasNotSignedByTheDeploymentIsFound() throws IOException {
    SigningKey forger = SigningKey.of(TestLog.DEPLOYMENT, SecretBytes.random());
    String origin = TestLog.DEPLOYMENT + "/" + TestLog.NAME;
    byte[] empty = new Sha256().empty();
    Segments segments = new Segments(disk.root(), TestLog.SMALL);
    rewrite(segments, forger.verifier(), SignedRoot.sign(origin, 0, empty, forger).note());
    refusesWith(ProblemCode.INTEGRITY_BROKEN, "valid signature");
    String wrong = SignedRoot.sign(origin, 0, new Sha256().of("x"), forger).note();
    CrashFileSystem other = new CrashFileSystem();
    rewrite(new Segments(other.root(), TestLog.SMALL), forger.verifier(), wrong);
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> TestLog.open(other))
        .withMessageContaining("do not have the root");
  }

  @Test
  void aPayloadThatIsNotTheOneItsLeafNamesIsFound() throws IOException {
    VerifierKey key;
    try (FileAuditProvider provider = TestLog.provider(TestLog.SMALL)) {
      key = VerifierKey.parse(provider.verifierKey()).orElseThrow();
    }
    String origin = TestLog.DEPLOYMENT + "/" + TestLog.NAME;
    Payload named = Payload.of(new byte[] {1});
    byte[] leaf = Leaf.encode(origin, Events.event(0), named.named());
    for (Payload other : List.of(Payload.NONE, Payload.of(new byte[] {2}))) {
      CrashFileSystem forged = new CrashFileSystem();
      write(new Segments(forged.root(), TestLog.SMALL), key, Kind.ENTRY, leaf, other);
      AuditLog log = TestLog.open(forged);
      assertThat(log.verify().breaks().getFirst().what()).contains("payload");
      assertThatThrownBy(() -> TestLog.entries(log)).isInstanceOf(SealBrokenException.class);
    }
  }

  @Test
  void aRootIsSignedOnlyOverForcedEntries() throws IOException {
    AuditLog log = TestLog.open(disk);
    log.record(Events.event(0), Events.NO_PAYLOAD);
    disk.failAt(2);
    assertThatThrownBy(log::seal).isInstanceOf(IOException.class);
    String written = new String(disk.root().read(FIRST, 1 << 20), StandardCharsets.ISO_8859_1);
    assertThat(written).contains("document-0").doesNotContain(log.origin() + "\n1\n");
  }

  /** Writes a journal with one root and a chain that is right. */
  private static void rewrite(Segments segments, VerifierKey key, String note) throws IOException {
    byte[] content = note.getBytes(StandardCharsets.UTF_8);
    write(segments, key, Kind.ROOT, content, Payload.NONE);
  }

  private static void write(
      Segments segments, VerifierKey key, Kind kind, byte[] content, Payload payload)
      throws IOException {
    try {
      String origin = TestLog.DEPLOYMENT + "/" + TestLog.NAME;
      Journal journal =
          Journal.open(segments, Recovery.open(segments, origin, List.of(key), List.of()));
      Sha256 sha = new Sha256();
      byte[] hash = Frame.hash(sha, kind.hash(sha, content), payload);
      journal.append(kind, content, payload, hash);
      journal.force();
      journal.close();
    } catch (BrokenLog broken) {
      throw new AssertionError(broken);
    }
  }

  private void refusesWith(ProblemCode code, String message) {
    assertThatExceptionOfType(FrostbyteException.class)
        .isThrownBy(() -> TestLog.open(disk))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /** Fills some segments and closes the log; every byte that means something. */
  private List<Place> written() throws IOException {
    try (AuditLog log = TestLog.open(disk)) {
      for (int i = 0; i < 30; i++) {
        log.append(Events.event(i), new byte[i % 5 * 50]);
      }
      log.seal();
      log.append(Events.event(30), Events.NO_PAYLOAD);
    }
    List<Place> places = new ArrayList<>();
    for (String segment : disk.root().list()) {
      addRange(places, segment, 0, SegmentHeader.bytes());
      addRange(places, segment, SegmentHeader.FRAMES, end(segment));
    }
    return places;
  }

  private static void addRange(List<Place> places, String segment, int from, int to) {
    for (int at = from; at < to; at++) {
      places.add(new Place(segment, at));
    }
  }

  private int end(String segment) throws IOException {
    try (SegmentReader reader = SegmentReader.open(disk.root().open(segment), TestLog.SMALL)) {
      Optional<Frame> frame = reader.next();
      while (frame.isPresent()) {
        frame = reader.next();
      }
      return reader.at();
    } catch (BrokenLog broken) {
      throw new AssertionError(broken);
    }
  }

  private static void turn(CrashFileSystem on, Place place, int bit) throws IOException {
    try (DurableFile file = on.root().open(place.segment)) {
      ByteBuffer one = ByteBuffer.allocate(1);
      file.read(one, place.at);
      one.put(0, (byte) (one.get(0) ^ 1 << bit)).flip();
      file.write(one, place.at);
      file.force(true);
    }
  }

  private static void overwrite(CrashFileSystem on, String name, int at, byte[] bytes)
      throws IOException {
    try (DurableFile file = on.root().open(name)) {
      file.write(ByteBuffer.wrap(bytes), at);
      file.force(true);
    }
  }

  private record Place(String segment, int at) {}
}
