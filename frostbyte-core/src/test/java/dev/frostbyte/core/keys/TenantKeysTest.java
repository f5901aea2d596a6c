package dev.frostbyte.core.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.tenant.DocumentKey;
import dev.frostbyte.api.tenant.EpochKey;
import dev.frostbyte.api.tenant.TenantSpace;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantKeysTest {
  private static final byte[] TEXT = "secret".getBytes(StandardCharsets.UTF_8);
  private static final SealContext CONTEXT = SealContext.of("row", "1");
  private static final ContentHash SOURCE = ContentHash.of(TEXT);

  @TempDir private Path folder = Path.of("");
  private final MemoryKeys provider = new MemoryKeys();
  private TenantKeys keys;

  @BeforeEach
  void create() throws IOException {
    keys = TenantKeys.create(folder.resolve("one"), provider, "t-one");
  }

  @AfterEach
  void close() throws IOException {
    keys.close();
  }

  @Test
  void equalFilesOfTwoTenantsHaveDifferentNames() throws IOException {
    try (TenantKeys other = TenantKeys.create(folder.resolve("two"), provider, "t-two")) {
      assertThat(other.documentId(SOURCE)).isNotEqualTo(keys.documentId(SOURCE));
      assertThat(other.pseudonym("act_", "ada")).isNotEqualTo(keys.pseudonym("act_", "ada"));
    }
  }

  @Test
  void namesAreTheSameAfterOpeningAnew() throws IOException {
    DocumentId document = keys.documentId(SOURCE);
    String actor = keys.pseudonym("act_", "ada");
    reopen();
    assertThat(keys.documentId(SOURCE)).isEqualTo(document);
    assertThat(keys.pseudonym("act_", "ada")).isEqualTo(actor).matches("act_[0-9a-f]{32}");
  }

  @Test
  void aDocumentHasTwoKeysFromTakingToDestruction() throws IOException {
    DocumentId document = keys.documentId(SOURCE);
    assertThat(keys.document(document, DocumentKey.ORIGINAL)).isEmpty();
    keys.adopt(document, SecretBytes.random());
    keys.force();
    byte[] original =
        keys.document(document, DocumentKey.ORIGINAL).orElseThrow().seal(TEXT, CONTEXT);
    byte[] served = keys.document(document, DocumentKey.SERVED).orElseThrow().seal(TEXT, CONTEXT);
    reopen();
    Sealer sealer = keys.document(document, DocumentKey.ORIGINAL).orElseThrow();
    assertThat(sealer.open(original, CONTEXT)).isEqualTo(TEXT);
    assertThatThrownBy(() -> sealer.open(served, CONTEXT)).isInstanceOf(SealBrokenException.class);

    keys.destroy(document);
    keys.destroy(document);
    assertThat(keys.document(document, DocumentKey.ORIGINAL)).isEmpty();
    assertThat(keys.document(document, DocumentKey.SERVED)).isEmpty();
  }

  @Test
  void aDocumentTakenAgainAfterItsErasureDoesNotOpenWhatWasSealedBefore() throws IOException {
    DocumentId document = keys.documentId(SOURCE);
    keys.adopt(document, SecretBytes.random());
    byte[] before = keys.document(document, DocumentKey.SERVED).orElseThrow().seal(TEXT, CONTEXT);
    keys.destroy(document);
    keys.adopt(document, SecretBytes.random());
    keys.force();
    Sealer again = keys.document(document, DocumentKey.SERVED).orElseThrow();
    assertThatThrownBy(() -> again.open(before, CONTEXT)).isInstanceOf(SealBrokenException.class);
  }

  @Test
  void aBackupOfTheTenantOpensNothingAfterADestruction() throws IOException {
    DocumentId document = keys.documentId(SOURCE);
    keys.adopt(document, SecretBytes.random());
    keys.force();
    Path backup = folder.resolve("backup");
    TestFolders.copy(folder.resolve("one"), backup);
    TenantKeys.open(backup, provider, "t-one").close();

    keys.destroy(document);
    KeyTableTest.broken(() -> TenantKeys.open(backup, provider, "t-one"), "old copy");
  }

  @Test
  void stagesCannotOpenWhatOtherStagesSealed() throws IOException {
    DocumentId document = keys.documentId(SOURCE);
    keys.adopt(document, SecretBytes.random());
    keys.force();
    TenantSpace rows = keys.space("rows");
    TenantSpace index = keys.space("index");
    byte[] byStage = rows.sealer().seal(TEXT, CONTEXT);
    byte[] byDocument = rows.sealer(document, DocumentKey.SERVED).orElseThrow().seal(TEXT, CONTEXT);
    assertThat(keys.space("rows").sealer().open(byStage, CONTEXT)).isEqualTo(TEXT);
    assertThatThrownBy(() -> index.sealer().open(byStage, CONTEXT))
        .isInstanceOf(SealBrokenException.class);
    Sealer ofIndex = index.sealer(document, DocumentKey.SERVED).orElseThrow();
    assertThatThrownBy(() -> ofIndex.open(byDocument, CONTEXT))
        .isInstanceOf(SealBrokenException.class);
    assertThat(rows.path()).isDirectory().isNotEqualTo(index.path());
  }

  @Test
  void epochsComeOneAfterAnotherAndDieForGood() throws IOException {
    EpochKey epochs = keys.space("index").epochKey();
    assertThat(epochs.epoch()).isEqualTo(1);
    byte[] old = epochs.sealer(1).seal(TEXT, CONTEXT);
    assertThat(epochs.begin()).isEqualTo(2);
    assertThat(epochs.sealer(1).open(old, CONTEXT)).isEqualTo(TEXT);
    Sealer second = epochs.sealer(2);
    assertThatThrownBy(() -> second.open(old, CONTEXT)).isInstanceOf(SealBrokenException.class);

    epochs.destroyBefore(2);
    epochs.destroyBefore(2);
    assertThatThrownBy(() -> epochs.sealer(1)).isInstanceOf(IOException.class);
    reopen();
    EpochKey again = keys.space("index").epochKey();
    assertThat(again.epoch()).isEqualTo(2);
    assertThat(again.sealer(2).open(second.seal(TEXT, CONTEXT), CONTEXT)).isEqualTo(TEXT);
    assertThat(keys.space("rows").epochKey().epoch()).isEqualTo(1);
  }

  @Test
  void refusesToDestroyTheEpochInUse() throws IOException {
    EpochKey epochs = keys.space("index").epochKey();
    assertThatThrownBy(() -> epochs.destroyBefore(2)).isInstanceOf(IllegalArgumentException.class);
    assertThat(epochs.epoch()).isEqualTo(1);
  }

  @Test
  void refusesATableWithoutTheTenantsOwnKeys() throws IOException {
    keys.table().destroy(java.util.List.of("identity"));
    keys.close();
    KeyTableTest.broken(
        () -> TenantKeys.open(folder.resolve("one"), provider, "t-one"), "own keys");
  }

  private void reopen() throws IOException {
    keys.close();
    keys = TenantKeys.open(folder.resolve("one"), provider, "t-one");
  }
}
