package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Reveals;
import dev.frostbyte.core.Revelation;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.PersonalAction;
import dev.frostbyte.core.policy.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one person allowed another to see is that, once, whatever happens to the document. */
class RevealAttacksIT {
  private static final String IBAN = "DE89 3704 0044 0532 0130 00";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(NOON);

  @TempDir private Path temp = Path.of("replaced by JUnit");
  private Path folder = temp;
  private Pipeline pipeline;
  private TenantSession ada;
  private TenantSession bob;

  @BeforeEach
  void opens() throws IOException {
    folder = temp.toRealPath();
    InstantSource now = time::get;
    Clock clock = now.withZone(ZoneOffset.UTC);
    pipeline = House.bare(folder).parser("markdown").inspector("pii").clock(clock).build();
    ada = House.session(pipeline, House.A, House.CALLER);
    bob = House.session(pipeline, House.A, House.OTHER);
  }

  @AfterEach
  void closes() {
    ada.close();
    bob.close();
    pipeline.close();
  }

  @Test
  void placesInTheNameOfAFileAreNoPlacesInItsText() throws IOException {
    DocumentId document =
        take("anna.schmidt@example.com.md", "Words that stand first.\n\nPay to " + IBAN + ".\n");
    Revelation shown = ada.reveals().read(allowed(document));
    assertThat(shown.places()).extracting(place -> place.text().value()).containsExactly(IBAN);
  }

  @Test
  void aLongNameOfAShortFileKeepsNobodyFromReading() throws IOException {
    DocumentId document = take("anna.schmidt@example.com.md", "Hello.\n");
    assertThat(ada.reveals().read(allowed(document)).places()).isEmpty();
  }

  @Test
  void aRequestEndsWithTheDocumentAlsoWhenTheSameBytesComeBack() throws IOException {
    DocumentId document = take("letter.md", "Pay to " + IBAN + ".\n");
    UUID request = allowed(document);
    UUID open = ada.reveals().ask(document, "Once more.");
    ada.erase(document);
    House.code(() -> bob.reveals().allow(open, "Fine."), ProblemCode.DOCUMENT_NOT_FOUND);
    assertThat(take("letter.md", "Pay to " + IBAN + ".\n")).isEqualTo(document);
    assertThat(ada.reveals().asked()).isEmpty();
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
    House.code(() -> bob.reveals().allow(open, "Fine."), ProblemCode.REVEAL_NOT_OPEN);
    House.code(() -> bob.reveals().refuse(open, "No."), ProblemCode.REVEAL_NOT_OPEN);
  }

  @Test
  void whatWasReadAgainIsAskedForAgain() throws IOException {
    DocumentId document = take("letter.md", "Pay to " + IBAN + ".\n");
    UUID request = allowed(document);
    bob.settings()
        .changePolicy(
            new GatePolicy(0.3, 0.7, PersonalAction.FLAG, new TreeMap<>(), 0.7, Reach.DOCUMENT));
    assertThat(bob.rescan(outcome -> {}).outcomes()).containsEntry("stored", 1);
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
    assertThat(ada.reveals().asked()).isEmpty();
  }

  @Test
  void handingAFileInAgainTakesNoPermissionAway() throws IOException {
    DocumentId document = take("letter.md", "Pay to " + IBAN + ".\n");
    UUID request = allowed(document);
    assertThat(take("letter.md", "Pay to " + IBAN + ".\n")).isEqualTo(document);
    assertThat(ada.reveals().read(request).places()).isNotEmpty();
  }

  @Test
  void aClockSetBackLetsNobodyReadTwice() throws IOException {
    DocumentId document = take("letter.md", "Pay to " + IBAN + ".\n");
    time.set(NOON.plus(Duration.ofDays(2)));
    UUID request = allowed(document);
    time.set(NOON);
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
    time.set(NOON.plus(Duration.ofDays(2)));
    ada.reveals().read(request);
    time.set(NOON.plus(Reveals.STANDS).plusSeconds(60));
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
  }

  @Test
  void aRequestIsOverAfterItsTime() throws IOException {
    DocumentId document = take("letter.md", "Pay to " + IBAN + ".\n");
    UUID request = allowed(document);
    time.set(NOON.plus(Reveals.STANDS).plusSeconds(60));
    House.code(() -> ada.reveals().read(request), ProblemCode.REVEAL_NOT_OPEN);
  }

  private UUID allowed(DocumentId document) {
    UUID request = ada.reveals().ask(document, "The bank asks.");
    bob.reveals().allow(request, "Fine.");
    return request;
  }

  private DocumentId take(String name, String text) throws IOException {
    return House.ingest(ada, Files.writeString(folder.resolve(name), text)).getFirst().document();
  }
}
