package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see what was found is what was signed, not what lies in the journal's files now. */
class RevealJournalIT {
  @TempDir private Path temp = Path.of("replaced by JUnit");
  private Path folder = temp;
  private Pipeline pipeline;
  private TenantSession ada;
  private TenantSession bob;
  private DocumentId document;

  @BeforeEach
  void takesADocument() throws IOException {
    folder = temp.toRealPath();
    Path letter = Files.writeString(folder.resolve("letter.md"), "Write to ada@example.com.\n");
    pipeline = House.bare(folder).parser("markdown").inspector("pii").build();
    ada = House.session(pipeline, House.A, House.CALLER);
    bob = House.session(pipeline, House.A, House.OTHER);
    document = House.ingest(ada, letter).getFirst().document();
  }

  @AfterEach
  void closes() {
    ada.close();
    bob.close();
    pipeline.close();
  }

  @Test
  void aRefusalThatWasChangedToMeanAnotherRequestIsNotBelieved() throws IOException {
    UUID request = allowed();
    bob.reveals().refuse(request, "On second thoughts.");
    Path journal = journal(request);
    Files.write(journal, pointingElsewhere(Files.readAllBytes(journal), request));
    House.code(() -> ada.reveals().read(request), ProblemCode.INTEGRITY_BROKEN);
    House.code(() -> ada.reveals().asked(), ProblemCode.INTEGRITY_BROKEN);
  }

  @Test
  void aJournalPutBackBringsNoPermissionBack() throws IOException {
    UUID request = allowed();
    Path journal = journal(request);
    byte[] before = Files.readAllBytes(journal);
    bob.reveals().refuse(request, "On second thoughts.");
    assertThat(ada.reveals().asked()).isEmpty();
    Files.write(journal, before);
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
  }

  @Test
  void permissionsOutliveTheSession() {
    UUID request = allowed();
    ada.close();
    bob.close();
    ada = pipeline.open(House.A, House.CALLER);
    bob = pipeline.open(House.A, House.OTHER);
    assertThat(ada.reveals().read(request).places()).hasSize(1);
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
  }

  private UUID allowed() {
    UUID request = ada.reveals().ask(document, "A case.");
    bob.reveals().allow(request, "Fine.");
    return request;
  }

  /** The last event that names the request names another. */
  private static byte[] pointingElsewhere(byte[] journal, UUID request) {
    byte[] changed = journal.clone();
    int at =
        new String(journal, StandardCharsets.ISO_8859_1).lastIndexOf(request.toString())
            + request.toString().length()
            - 1;
    changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
    return changed;
  }

  private Path journal(UUID request) throws IOException {
    List<Path> files;
    try (var found = Files.walk(House.home(folder).resolve("tenants"))) {
      files = found.filter(file -> file.toString().endsWith(".wal")).toList();
    }
    for (Path file : files) {
      if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(request.toString())) {
        return file;
      }
    }
    throw new AssertionError("no journal names the request");
  }
}
