package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.ErasureReceipt;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void leavesNothingOfTheDocumentAndEverythingOfTheOthers() throws IOException {
    Path texts = Samples.texts(folder.resolve("in"), 5);
    try (House house = House.open(folder)) {
      DocumentId erased;
      try (TenantSession session = house.session(House.A)) {
        DocumentOutcome marked = House.ingest(session, Samples.marked(folder)).getFirst();
        erased = marked.document();
        House.ingest(session, texts);
        assertThat(found(session)).isTrue();
        ErasureReceipt receipt = session.erase(erased);
        assertThat(receipt.keyDestroyed().index()).isLessThan(receipt.physicallyRemoved().index());
        assertThat(session.prove(receipt.physicallyRemoved())).contains("tlog-proof");
        assertThat(receipt.remains()).isNotEmpty();
        assertGone(session, erased);
        assertThat(session.counts().documents()).isEqualTo(5);
        assertThat(session.verifyAudit().intact()).isTrue();
        House.code(() -> session.erase(erased), ProblemCode.DOCUMENT_NOT_FOUND);
      }
      assertThat(objects(house.home())).hasSize(10);
      try (TenantSession session = house.session(House.A)) {
        assertGone(session, erased);
        session.rebuild();
        assertGone(session, erased);
        assertThat(session.counts().documents()).isEqualTo(5);
      }
    }
  }

  @Test
  void aBackupOfTheHomeOpensNothingAfterwards() throws IOException {
    Path backup = folder.resolve("backup");
    DocumentId erased;
    try (House house = House.open(folder)) {
      try (TenantSession session = house.session(House.A)) {
        erased = House.ingest(session, Samples.marked(folder)).getFirst().document();
      }
      TestFolders.copy(house.home(), backup);
      try (TenantSession session = house.session(House.A)) {
        session.erase(erased);
      }
    }
    try (House old = House.open(folder, backup)) {
      House.code(() -> old.session(House.A), ProblemCode.INTEGRITY_BROKEN);
    }
  }

  @Test
  void aBackupOpensWhileNothingWasErased() throws IOException {
    Path backup = folder.resolve("backup");
    try (House house = House.open(folder)) {
      try (TenantSession session = house.session(House.A)) {
        House.ingest(session, Samples.marked(folder));
      }
      TestFolders.copy(house.home(), backup);
    }
    try (House old = House.open(folder, backup);
        TenantSession session = old.session(House.A)) {
      assertThat(found(session)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ERASURE_REQUESTED", "KEY_DESTROYED", "PHYSICALLY_REMOVED"})
  void isFinishedAtTheNextOpeningWhereverACrashInterruptedIt(String event) throws IOException {
    int number = List.of("ERASURE_REQUESTED", "KEY_DESTROYED", "PHYSICALLY_REMOVED").indexOf(event);
    Path copy = folder.resolve("copy");
    DocumentId document = interruptAt(number + 1, event, copy);
    boolean asked = number > 0;
    try (House after = House.open(folder, copy);
        TenantSession session = after.session(House.A)) {
      assertThat(session.document(document).isPresent()).isNotEqualTo(asked);
      assertThat(found(session)).isNotEqualTo(asked);
      assertThat(session.counts().documents()).isEqualTo(asked ? 2 : 3);
      assertThat(session.verifyAudit().intact()).isTrue();
    }
    assertThat(objects(copy)).hasSize(asked ? 4 : 6);
  }

  /** The copy taken at the fault is what a crash leaves; a clean close would save the catalog. */
  private DocumentId interruptAt(int number, String event, Path copy) throws IOException {
    FaultyAudit audit = new FaultyAudit();
    try (House house = House.open(folder, House.home(folder), audit::wrap)) {
      TenantSession session = house.session(House.A);
      DocumentId document = House.ingest(session, Samples.marked(folder)).getFirst().document();
      House.ingest(session, Samples.texts(folder.resolve("two"), 2));
      audit.failAt(number, () -> TestFolders.copy(house.home(), copy));
      House.code(() -> session.erase(document), ProblemCode.AUDIT_UNAVAILABLE);
      assertThat(audit.refused()).isEqualTo(event);
      audit.work();
      closeQuietly(session);
      return document;
    }
  }

  private static void closeQuietly(TenantSession session) {
    try {
      session.close();
    } catch (FrostbyteException e) {
      assertThat(e.problem().code()).isNotNull();
    }
  }

  private static boolean found(TenantSession session) {
    return session.search(Query.of(Samples.MARKER)).passages().stream()
        .anyMatch(passage -> passage.text().value().contains(Samples.MARKER));
  }

  private static void assertGone(TenantSession session, DocumentId document) {
    assertThat(session.document(document)).isEmpty();
    assertThat(found(session)).isFalse();
  }

  static List<Path> objects(Path home) throws IOException {
    return Samples.below(home).filter(path -> path.toString().contains("objects-files")).toList();
  }
}
