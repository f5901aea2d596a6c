package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.RevealRequest;
import dev.frostbyte.core.Revelation;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was redacted is shown by two persons' decision alone, and never without its events. */
class RevealsIT {
  private static final String IBAN = "DE89 3704 0044 0532 0130 00";

  @TempDir private Path temp = Path.of("replaced by JUnit");
  private House house;
  private Pipeline pipeline;
  private TenantSession ada;
  private TenantSession bob;
  private DocumentId document;

  @BeforeEach
  void takesADocument() throws IOException {
    Path folder = temp.toRealPath();
    Path letter =
        Files.writeString(
            folder.resolve("letter.md"), "# Payment\n\nPlease pay to " + IBAN + ".\n");
    house = House.open(folder);
    pipeline = house.pipeline();
    ada = House.session(pipeline, House.A, House.CALLER);
    bob = House.session(pipeline, House.A, House.OTHER);
    DocumentOutcome outcome = House.ingest(ada, letter).getFirst();
    assertThat(outcome).isInstanceOf(DocumentOutcome.Stored.class);
    document = outcome.document();
  }

  @AfterEach
  void closes() {
    ada.close();
    bob.close();
    house.close();
  }

  @Test
  void whoeverAskedReadsWhatAnotherAllowed() {
    assertThat(ada.search(Query.of("payment")).passages().getFirst().text().value())
        .doesNotContain(IBAN);
    UUID request = ada.reveals().ask(document, "The bank asks for the account.");
    assertThat(bob.reveals().asked())
        .singleElement()
        .extracting(RevealRequest::id, RevealRequest::document, RevealRequest::allowed)
        .containsExactly(request, document, false);
    assertThat(bob.reveals().asked())
        .extracting(asked -> asked.name().value())
        .containsExactly(House.CALLER.principal());
    bob.reveals().allow(request, "I know the case.");
    assertThat(ada.reveals().asked()).allMatch(RevealRequest::allowed);
    Revelation shown = ada.reveals().read(request);
    assertThat(shown.places()).extracting(place -> place.text().value()).contains(IBAN);
    AuditEvent asked = event(EventType.REVEAL_ASKED);
    AuditEvent decided = event(EventType.REVEAL_DECIDED);
    AuditEvent opened = event(EventType.REVEAL_REQUESTED);
    assertThat(decided.previous()).containsExactly(asked.id());
    assertThat(decided.actor()).isNotEqualTo(asked.actor());
    assertThat(opened.previous()).containsExactly(asked.id(), decided.id());
    assertThat(event(EventType.REVEAL_MADE).previous()).containsExactly(opened.id());
    assertThat(ada.verifyAudit().intact()).isTrue();
  }

  @Test
  void noRequestIsReadTwice() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    bob.reveals().allow(request, "Fine.");
    ada.reveals().read(request);
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
    House.code(() -> bob.reveals().allow(request, "Again."), ProblemCode.REVEAL_NOT_OPEN);
  }

  @Test
  void whoeverAskedMayNotAllow() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    House.code(() -> ada.reveals().allow(request, "Mine."), ProblemCode.SECOND_PERSON_REQUIRED);
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
    assertThat(events())
        .extracting(AuditEvent::type)
        .doesNotContain(EventType.REVEAL_REQUESTED, EventType.REVEAL_MADE);
  }

  @Test
  void whoeverAllowedMayNotRead() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    bob.reveals().allow(request, "Fine.");
    House.code(() -> bob.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
  }

  @Test
  void aRefusalEndsARequestAlsoAfterItWasAllowed() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    bob.reveals().allow(request, "Fine.");
    bob.reveals().refuse(request, "On second thoughts.");
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
    assertThat(ada.reveals().asked()).isEmpty();
  }

  @Test
  void anErasedDocumentIsNotShown() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    bob.reveals().allow(request, "Fine.");
    ada.erase(document);
    House.code(() -> ada.reveals().read(request), ProblemCode.DOCUMENT_NOT_FOUND);
    House.code(() -> ada.reveals().ask(document, "Once more."), ProblemCode.DOCUMENT_NOT_FOUND);
  }

  @Test
  void aRequestOfOneTenantIsNoneOfAnother() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    try (TenantSession other = House.session(pipeline, House.B, House.OTHER)) {
      House.code(() -> other.reveals().allow(request, "Fine."), ProblemCode.REVEAL_NOT_OPEN);
      House.code(() -> other.reveals().ask(document, "Why."), ProblemCode.DOCUMENT_NOT_FOUND);
    }
  }

  @Test
  void aReasonIsAskedFor() {
    House.code(() -> ada.reveals().ask(document, " "), ProblemCode.INVALID_ARGUMENT);
    House.code(() -> ada.reveals().ask(document, "a".repeat(1_001)), ProblemCode.INVALID_ARGUMENT);
  }

  @Test
  void theNameOfWhoAskedLiesInNoLeafAndIsGoneWithTheDocument() {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    assertThat(events()).noneMatch(event -> event.toString().contains("ada@"));
    RevealRequest asked = bob.reveals().asked().getFirst();
    assertThat(asked.by()).startsWith("act_").isEqualTo(event(EventType.REVEAL_ASKED).actor());
    assertThat(asked.toString()).contains(request.toString()).doesNotContain("ada@");
    ada.erase(document);
    assertThat(bob.reveals().asked()).isEmpty();
  }

  private AuditEvent event(EventType type) {
    return events().stream().filter(event -> event.type() == type).findFirst().orElseThrow();
  }

  private List<AuditEvent> events() {
    return House.events(ada).stream().map(entry -> entry.event()).toList();
  }
}
