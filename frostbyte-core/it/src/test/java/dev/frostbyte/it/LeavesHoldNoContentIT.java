package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.keys.FileKeyProvider;
import dev.frostbyte.core.keys.TenantKeys;
import dev.frostbyte.testkit.MarkerScan;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No content in a leaf, in the journal or beside it, and nothing of it that opens once erased. */
class LeavesHoldNoContentIT {
  @TempDir private Path folder = Path.of("replaced by JUnit");
  private String marker = "";

  @BeforeEach
  void marker() {
    long seed = Long.getLong("frostbyte.seed", System.nanoTime());
    System.out.println("seed " + seed);
    marker = "q" + HexFormat.of().toHexDigits(new Random(seed).nextLong()) + "z";
  }

  @Test
  void whateverIsNamedAfterAMarkerTheLogHoldsNone() throws IOException {
    Batch batch = Batch.of(List.of(marked("one"), marked("two")));
    Path export = folder.resolve("export");
    try (Pipeline pipeline = pipeline()) {
      Caller caller = new Caller(marker + "@example.com", "because of " + marker);
      TenantId tenant = TenantId.of(marker);
      pipeline.createTenant(tenant, caller);
      assertRefused(() -> pipeline.open(TenantId.of("x" + marker), caller));
      try (TenantSession session = pipeline.open(tenant, caller)) {
        DocumentOutcome first = House.ingest(session, batch).getFirst();
        assertRefused(() -> session.ingest(foreign(batch), ProgressListener.NONE));
        assertThat(session.search(Query.of(marker)).passages())
            .anyMatch(passage -> passage.text().value().contains(marker));
        assertThat(session.document(first.document()).orElseThrow().fileName().value())
            .contains(marker);
        assertThat(session.report(batch.id()).toString()).isNotEmpty();
        assertNoneIn(session);
        session.exportAudit(export);
      }
    }
    assertThat(hits(House.home(folder))).isEmpty();
    assertThat(hits(export)).isEmpty();
    assertThat(hits(folder.resolve("in"))).as("the scan finds what is there").hasSize(2);
  }

  @Test
  void anErasedDocumentOpensNowhereAndEveryProofStillVerifies() throws IOException {
    Path backup = folder.resolve("backup");
    DocumentId gone;
    try (Pipeline pipeline = pipeline()) {
      pipeline.createTenant(House.A, House.CALLER);
      try (TenantSession session = pipeline.open(House.A, House.CALLER)) {
        List<DocumentOutcome> outcomes =
            House.ingest(session, Batch.of(List.of(marked("one"), marked("two"))));
        gone = outcomes.getFirst().document();
        TestFolders.copy(House.home(folder), House.home(backup));
        TestFolders.copy(folder.resolve("keys"), backup.resolve("keys"));
        session.erase(gone);
        assertThat(payloads(session, gone)).as("sealed details of it").isNotEmpty();
        assertEveryEntryProves(session);
        assertThat(session.search(Query.of(marker)).passages())
            .isNotEmpty()
            .noneMatch(passage -> passage.document().equals(gone));
      }
    }
    try (FileKeyProvider keys = House.keys(folder)) {
      assertThat(opens(House.home(folder), keys, gone)).as("in the home").isFalse();
      assertThat(opens(House.home(backup), keys, gone)).as("in a backup").isFalse();
    }
    try (FileKeyProvider old = House.keys(backup)) {
      assertThat(opens(House.home(backup), old, gone)).as("with a backup of the keys").isTrue();
    }
  }

  private static void assertEveryEntryProves(TenantSession session) {
    List<AuditEntry> events = House.events(session);
    for (AuditEntry entry : events) {
      assertThat(session.prove(entry.receipt())).startsWith("c2sp.org/tlog-proof");
    }
    assertThat(session.verifyAudit().intact()).isTrue();
  }

  private static List<AuditEntry> payloads(TenantSession session, DocumentId document) {
    return House.events(session).stream()
        .filter(entry -> entry.event().subject().equals(document.value()))
        .filter(entry -> "document".equals(entry.event().data().get("sealedFor")))
        .filter(entry -> entry.payload().length > 0)
        .toList();
  }

  /** Whether a key of the document opens in a copy of the home; a table that is shut has none. */
  private static boolean opens(Path home, FileKeyProvider keys, DocumentId document)
      throws IOException {
    Path tenant;
    try (Stream<Path> tenants = Files.list(home.resolve("tenants"))) {
      tenant = tenants.findFirst().orElseThrow();
    }
    try (TenantKeys table = TenantKeys.open(tenant, keys, String.valueOf(tenant.getFileName()))) {
      return table.document(document, DocumentKey.ORIGINAL).isPresent()
          || table.document(document, DocumentKey.SERVED).isPresent();
    } catch (FrostbyteException e) {
      return false;
    }
  }

  private void assertNoneIn(TenantSession session) {
    for (AuditEntry entry : House.events(session)) {
      assertThat(entry.event().toString()).doesNotContain(spellings());
      assertThat(MarkerScan.in(entry.payload(), marker)).as("payload").isFalse();
    }
  }

  private List<Path> hits(Path place) throws IOException {
    List<Path> hits = new ArrayList<>();
    for (String spelling : spellings()) {
      hits.addAll(MarkerScan.files(place, spelling));
    }
    return hits.stream().distinct().toList();
  }

  private String[] spellings() {
    byte[] bytes = marker.getBytes(StandardCharsets.UTF_8);
    return new String[] {marker, marker.toUpperCase(Locale.ROOT), HexFormat.of().formatHex(bytes)};
  }

  private Path marked(String name) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    return Files.writeString(
        in.resolve(name + "-" + marker + ".md"),
        "# %s of %s\n\nThe word of file %s is %s.\n".formatted(marker, name, name, marker));
  }

  private Batch foreign(Batch batch) {
    return new Batch(batch.id(), batch.files(), "y" + marker, null);
  }

  private Pipeline pipeline() throws IOException {
    Boundary boundary = new Boundary(folder, folder.resolve("crashed"), new Ledgers());
    return WatchedPipeline.build(folder, boundary, UnaryOperator.identity(), Map.of());
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(FrostbyteException.class);
  }
}
