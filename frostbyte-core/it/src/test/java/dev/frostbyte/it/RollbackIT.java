package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.keys.FileKeyProvider;
import dev.frostbyte.testkit.MarkerScan;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the home put back from an older copy is found out when the tenant is opened. */
class RollbackIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void anOlderTenantIsFoundOutThoughNothingWasErasedSince() throws IOException {
    try (House house = House.open(folder)) {
      Path older = filledAfterCopy(house);
      replace(tenant(house), older);
      refused(house);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOlderJournalIsFoundOutAlsoWithoutCatalogOrAnchor(boolean withAnchor) throws IOException {
    try (House house = House.open(folder)) {
      Path anchors = folder.resolve("anchors");
      Path older = filledAfterCopy(house, anchors);
      Path tenant = tenant(house);
      replace(tenant.resolve("audit"), older.resolve("audit"));
      remove(tenant.resolve("catalog"));
      if (!withAnchor) {
        replace(house.home().resolve("anchors"), anchors);
      }
      refused(house);
    }
  }

  @Test
  void anOlderTenantPutBackWithItsAnchorIsFoundOutByTheLogOfLogsEvenAfterItGrew()
      throws IOException {
    try (House house = House.open(folder)) {
      Path anchors = folder.resolve("anchors");
      Path older = filledAfterCopy(house, anchors);
      try (TenantSession session = house.session(House.A)) {
        assertThat(session.verifyAudit().intact()).isTrue();
      }
      replace(tenant(house), older);
      replace(house.home().resolve("anchors"), anchors);
      try (TenantSession session = house.session(House.A)) {
        assertThat(session.verifyAudit().intact()).isFalse();
        House.ingest(session, Samples.texts(folder.resolve("five"), 5));
        assertThat(session.verifyAudit().breaks()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"index-lucene", "store-h2"})
  void aProjectionAheadOfTheJournalIsFoundOutWhenAllElseIsOlder(String kept) throws IOException {
    try (House house = House.open(folder)) {
      Path anchors = folder.resolve("anchors");
      Path older = filledAfterCopy(house, anchors);
      Path tenant = tenant(house);
      Path newest = folder.resolve("newest");
      Path projection = folderNamed(tenant, kept);
      TestFolders.copy(projection, newest);
      replace(tenant, older);
      replace(projection, newest);
      replace(house.home().resolve("anchors"), anchors);
      refused(house);
    }
  }

  @Test
  void anAnchorThatIsGoneOrAnotherTenantsIsFoundOut() throws IOException {
    try (House house = House.open(folder)) {
      filledAfterCopy(house);
      Path own = TestFolders.files(house.home().resolve("anchors")).getFirst();
      byte[] note = Files.readAllBytes(own);
      house.session(House.B).close();
      Path other =
          TestFolders.files(house.home().resolve("anchors")).stream()
              .filter(path -> !path.equals(own))
              .findFirst()
              .orElseThrow();
      Files.copy(other, own, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      refused(house);
      Files.delete(own);
      refused(house);
      Files.write(own, note);
      house.session(House.A).close();
    }
  }

  @Test
  void aTenantsFolderThatIsGoneIsFoundOut() throws IOException {
    try (House house = House.open(folder)) {
      filledAfterCopy(house);
      remove(tenant(house));
      refused(house);
    }
  }

  @Test
  void objectsThatAreGoneAreFoundOutWhenTheyAreNeeded() throws IOException {
    try (House house = House.open(folder)) {
      filledAfterCopy(house);
      remove(folderNamed(tenant(house), "objects-files"));
      remove(folderNamed(tenant(house), "store-h2"));
      refused(house);
    }
  }

  @Test
  void aRegistryThatIsDamagedOrGoneIsFoundOut() throws IOException {
    try (House house = House.open(folder)) {
      filledAfterCopy(house);
      Files.writeString(house.home().resolve("registry").resolve("tenants-1"), "{}");
      refused(house);
      remove(house.home().resolve("registry"));
      refused(house);
      House.code(
          () -> house.pipeline().createTenant(House.A, House.CALLER), ProblemCode.INTEGRITY_BROKEN);
    }
  }

  @Test
  void aDeploymentsLogThatIsGoneIsFoundOut() throws IOException {
    try (House house = House.open(folder)) {
      house.session(House.A).close();
      remove(house.home().resolve("audit"));
      House.code(
          () -> house.pipeline().createTenant(House.B, House.CALLER), ProblemCode.INTEGRITY_BROKEN);
      Files.delete(house.home().resolve("registry").resolve("deployment-checkpoint"));
      House.code(
          () -> house.pipeline().createTenant(House.B, House.CALLER), ProblemCode.INTEGRITY_BROKEN);
    }
  }

  @Test
  void theDeploymentsLogKnowsWhoMadeATenantAndWhoWasRefused() throws IOException {
    try (House house = House.open(folder)) {
      house.session(House.A).close();
      House.code(
          () -> house.pipeline().open(TenantId.of("nobody"), House.CALLER),
          ProblemCode.TENANT_UNKNOWN);
    }
    List<AuditEntry> entries = new ArrayList<>();
    try (FileKeyProvider keys = House.keys(folder);
        AuditProvider audit =
            FileAuditProvider.open(
                DurableDirectory.at(House.home(folder).resolve("signing")), keys, "test/house");
        AuditLog log =
            audit.open(
                DurableDirectory.at(House.home(folder).resolve("audit/deployment")),
                "deployment")) {
      log.replay(0, entries::add);
    }
    assertThat(entries.stream().map(entry -> entry.event().type()))
        .containsExactly(
            EventType.TENANT_REQUESTED,
            EventType.LOG_SEALED,
            EventType.TENANT_CREATED,
            EventType.KEY_USED,
            EventType.LOG_SEALED,
            EventType.ACCESS_DENIED);
    List<AuditEntry> caused =
        entries.stream().filter(e -> e.event().type() != EventType.LOG_SEALED).toList();
    assertThat(caused.stream().map(entry -> entry.event().actor()).distinct())
        .singleElement()
        .asString()
        .startsWith("act_");
    assertThat(caused).allMatch(entry -> entry.payload().length > 0);
    assertThat(entries.get(2).event().previous()).containsExactly(entries.get(0).event().id());
    assertThat(MarkerScan.files(House.home(folder), House.CALLER.principal())).isEmpty();
  }

  /** A copy of tenant A, after which it took two more documents. */
  private Path filledAfterCopy(House house) throws IOException {
    return filledAfterCopy(house, folder.resolve("older-anchors"));
  }

  private Path filledAfterCopy(House house, Path anchors) throws IOException {
    Path older = folder.resolve("older");
    try (TenantSession session = house.session(House.A)) {
      House.ingest(session, Samples.texts(folder.resolve("one"), 1));
    }
    TestFolders.copy(tenant(house), older);
    TestFolders.copy(house.home().resolve("anchors"), anchors);
    try (TenantSession session = house.session(House.A)) {
      House.ingest(session, Samples.texts(folder.resolve("three"), 3));
    }
    return older;
  }

  private static void refused(House house) {
    House.code(() -> house.session(House.A), ProblemCode.INTEGRITY_BROKEN);
  }

  private static Path tenant(House house) throws IOException {
    try (var list = Files.list(house.home().resolve("tenants"))) {
      return list.findFirst().orElseThrow();
    }
  }

  private static Path folderNamed(Path root, String name) throws IOException {
    try (var walk = Files.walk(root)) {
      return walk.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static void replace(Path folder, Path copy) throws IOException {
    remove(folder);
    TestFolders.copy(copy, folder);
  }

  private static void remove(Path folder) throws IOException {
    List<Path> found;
    try (var walk = Files.walk(folder)) {
      found = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : found) {
      Files.delete(path);
    }
  }
}
