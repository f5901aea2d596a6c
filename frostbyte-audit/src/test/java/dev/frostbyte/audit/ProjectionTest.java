package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditQuery.Scope;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.seal.SealBrokenException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The projection may be lost, damaged or exchanged: the answers are those of the journal. */
final class ProjectionTest {
  private static final String FILE = "projection.mv.db";
  private static final String SEAL = "projection.seal";
  private static final int EVENTS = 120;

  @TempDir Path folder = Path.of("replaced by JUnit");

  @Test
  void isLeftSealedAndUsedAgain() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 1, EVENTS);
    assertThat(log.resolve(FILE)).exists();
    assertThat(log.resolve(SEAL)).content().contains("example.com/frostbyte/tenants/a\n");
    try (AuditLog again = logs.open(log, TestLog.NAME)) {
      again.query(AuditQuery.all());
      assertThat(log.resolve(SEAL)).doesNotExist();
      assertThat(log.resolve(FILE)).exists();
    }
    logs.answersTheSame(log);
  }

  @Test
  void isMadeAnewWhenItsFilesAreGone() throws IOException {
    Folders logs = new Folders(folder);
    for (String gone : new String[] {FILE, SEAL}) {
      Path log = logs.written("without-" + gone, TestLog.NAME, 2, EVENTS);
      Files.delete(log.resolve(gone));
      logs.answersTheSame(log);
    }
  }

  @Test
  void isMadeAnewWhenAnyByteWasChanged() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("ProjectionTest seed " + seed);
    Random random = new Random(seed);
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, seed, EVENTS);
    for (int trial = 0; trial < 12; trial++) {
      Path file = log.resolve(trial % 4 == 0 ? SEAL : FILE);
      byte[] bytes = Files.readAllBytes(file);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
      logs.answersTheSame(log);
    }
    Files.write(log.resolve(FILE), new byte[100]);
    logs.answersTheSame(log);
  }

  @Test
  void goesOnFromAnOlderOne() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 3, EVENTS);
    Path older = Folders.copied(log, folder.resolve("older"));
    logs.append(log, TestLog.NAME, 4, EVENTS);
    Folders.exchange(older, log, FILE, SEAL);
    logs.answersTheSame(log);
  }

  @Test
  void refusesThatOfAnotherTenant() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 5, EVENTS);
    Path other = logs.written("b", "tenants/b", 6, EVENTS);
    Folders.exchange(other, log, FILE, SEAL);
    logs.answersTheSame(log);
  }

  @Test
  void refusesThatOfAnotherHistoryAndOneThatIsAhead() throws IOException {
    Folders logs = new Folders(folder);
    for (int more : new int[] {-20, 0, 20}) {
      Path log = logs.written("a" + more, TestLog.NAME, 7, EVENTS);
      Path fork = logs.written("fork" + more, TestLog.NAME, 8, EVENTS + more);
      Folders.exchange(fork, log, FILE, SEAL);
      logs.answersTheSame(log);
    }
    Path log = logs.written("log", TestLog.NAME, 9, EVENTS);
    Path longer = Folders.copied(log, folder.resolve("longer"));
    logs.append(longer, TestLog.NAME, 10, 30);
    Folders.exchange(longer, log, FILE, SEAL);
    logs.answersTheSame(log);
  }

  @Test
  void isMadeAnewAfterAKill() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 11, EVENTS);
    Path left;
    try (AuditLog open = logs.open(log, TestLog.NAME)) {
      open.query(AuditQuery.all());
      left = Folders.copied(log, folder.resolve("killed"));
    }
    assertThat(left.resolve(SEAL)).doesNotExist();
    logs.answersTheSame(left);
  }

  @Test
  void isMadeAnewAfterAKillWhileItCatchesUp() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.unasked("a", TestLog.NAME, 12, 5_000);
    Path left = folder.resolve("killed");
    DurableDirectory watched = new Interrupted(DurableDirectory.at(log), FILE, left, 200);
    try (FileAuditProvider provider = TestLog.provider(TestLog.SMALL);
        AuditLog open = provider.open(watched, TestLog.NAME)) {
      open.query(AuditQuery.all());
    }
    assertThat(left.resolve(FILE)).exists();
    assertThat(left.resolve(SEAL)).doesNotExist();
    logs.answersTheSame(left);
  }

  @Test
  void staysInMemoryWhereTheDatabaseCannotTakeThePath() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a;b", TestLog.NAME, 13, EVENTS);
    assertThat(log.resolve(FILE)).doesNotExist();
    logs.answersTheSame(log);
  }

  @Test
  void aSealedOneThatSaysOtherThanTheJournalIsMadeAnew() throws Exception {
    Folders logs = new Folders(folder);
    for (String change :
        new String[] {
          "UPDATE entries SET subject = 'subject-1' WHERE idx < 60",
          "UPDATE entries SET place = place + 1",
          "UPDATE entries SET segment = 77",
          "UPDATE entries SET segment = 0, place = 0",
          "UPDATE entries SET leaf = RAWTOHEX('x')",
          "UPDATE entries SET type = " + EventType.DOCUMENT_PARSED.ordinal(),
          "DELETE FROM entries WHERE idx = 7",
          "DROP TABLE links",
          "UPDATE reached SET position = position - 1",
          "UPDATE reached SET link = X'00'",
        }) {
      Path log = logs.written("x" + change.hashCode(), TestLog.NAME, 14, EVENTS);
      Folders.rewrite(log, change);
      logs.answersTheSame(log);
    }
  }

  @Test
  void whatASealedOneKeepsOutIsInAVerifiedPage() throws Exception {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 15, EVENTS);
    Folders.rewrite(log, "UPDATE entries SET subject = 'hidden' WHERE subject = 'subject-1'");
    AuditQuery about = AuditQuery.all().scope(new Scope.Subject("subject-1"));
    try (AuditLog open = logs.open(log, TestLog.NAME)) {
      assertThat(open.query(about).entries()).isEmpty();
      assertThat(open.query(about.verified(true)).entries()).isNotEmpty();
    }
  }

  @Test
  void hashesThatWereChangedAreMadeAnewForAVerifiedPage() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 16, EVENTS);
    AuditQuery late = AuditQuery.all().from(100).verified(true);
    try (AuditLog open = logs.open(log, TestLog.NAME)) {
      int right = open.query(late).entries().size();
      Path hashes = log.resolve("hashes-0");
      byte[] bytes = Files.readAllBytes(hashes);
      bytes[50] ^= 1;
      Files.write(hashes, bytes);
      assertThat(open.query(late).entries()).hasSize(right);
      assertThat(Files.readAllBytes(hashes)[50]).isEqualTo((byte) (bytes[50] ^ 1));
    }
  }

  @Test
  void aJournalChangedWhileItIsOpenIsNotAnswered() throws IOException {
    Folders logs = new Folders(folder);
    Path log = logs.written("a", TestLog.NAME, 17, EVENTS);
    try (AuditLog open = logs.open(log, TestLog.NAME)) {
      open.query(AuditQuery.all());
      Folders.turnABit(log.resolve("0000000000000000.wal"), 1_200);
      assertThatThrownBy(() -> open.query(AuditQuery.all().limit(1)))
          .isInstanceOf(SealBrokenException.class);
      assertThatThrownBy(() -> open.query(AuditQuery.all().limit(1).verified(true)))
          .isInstanceOf(SealBrokenException.class);
    }
  }
}
