package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.Revelation;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What had been read of a document whose parser died is evidence: kept sealed, never served. */
class PartialReadingIT {
  private static final String READ = "Words that stood before the end.";

  @TempDir private Path temp = Path.of("replaced by JUnit");
  private Path folder = temp;
  private House house;
  private TenantSession ada;
  private TenantSession bob;

  @BeforeEach
  void opens() throws IOException {
    folder = temp.toRealPath();
    house = House.open(folder);
    ada = house.session(House.A);
    bob = House.session(house.pipeline(), House.A, House.OTHER);
  }

  @AfterEach
  void closes() {
    ada.close();
    bob.close();
    house.close();
  }

  @Test
  void twoPersonsReadWhatHadArrivedAndNobodyElseDoes() throws IOException {
    DocumentId document = killed("partly " + READ + " | halt 7");
    assertThat(ada.search(Query.of(READ)).passages()).isEmpty();
    assertThat(shown(document).partial().value()).isEqualTo(READ);
    try (Stream<Path> files = Files.walk(house.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(READ);
      }
    }
    for (AuditEntry entry : House.events(ada)) {
      assertThat(entry.event().toString()).doesNotContain(READ);
    }
  }

  @Test
  void whatArrivedIsReadAgainWhenTheFileComesBackAndGoneWithTheDocument() throws IOException {
    DocumentId document = killed("partly " + READ + " | halt 7");
    assertThat(killed("partly " + READ + " | halt 7")).isEqualTo(document);
    assertThat(
            House.events(ada).stream()
                .filter(entry -> entry.event().type() == EventType.DOCUMENT_PARSE_FAILED))
        .hasSize(2);
    UUID request = ada.reveals().ask(document, "How far did it come?");
    ada.erase(document);
    House.code(() -> bob.reveals().allow(request, "Fine."), ProblemCode.DOCUMENT_NOT_FOUND);
  }

  @Test
  void aDocumentOfWhichNothingArrivedHasNothingToShow() throws IOException {
    DocumentId document = killed("halt 7");
    House.code(() -> ada.reveals().ask(document, "Anything?"), ProblemCode.DOCUMENT_NOT_FOUND);
  }

  private DocumentId killed(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("letter.hostile"), document);
    DocumentOutcome outcome = House.ingest(ada, file).getFirst();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            DocumentOutcome.Failed.class,
            failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.PARSER_CRASHED));
    return outcome.document();
  }

  private Revelation shown(DocumentId document) {
    UUID request = ada.reveals().ask(document, "How far did it come?");
    bob.reveals().allow(request, "Fine.");
    return ada.reveals().read(request);
  }
}
