package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.Consent;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineBuilder;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.egress.EgressPolicy;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that may be read elsewhere: only with the tenant's consent, and never unseen. */
class RemoteParsingIT {
  private static final Consent PARSE = new Consent("localhost", "parse");

  @TempDir private Path folder = Path.of("replaced by JUnit");
  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void starts() throws IOException {
    server.start();
  }

  @AfterEach
  void stops() {
    server.close();
  }

  @Test
  void withoutConsentNothingIsSentAndTheAuditSaysWhy() throws IOException {
    try (Pipeline pipeline = pipeline(RemoteParsingIT::thenHere);
        Workbench workbench = pipeline.workbench();
        TenantSession session = tenant(pipeline)) {
      Batch batch = batch();
      assertThat(House.ingest(session, batch).getFirst())
          .isInstanceOf(DocumentOutcome.Stored.class);
      assertThat(session.report(batch.id()).files().getFirst().attempts())
          .extracting(Attempt::outcome)
          .containsExactly("EGRESS_NOT_CONSENTED", "READ");
      assertThat(events(session, EventType.EGRESS_REQUESTED)).isEmpty();
      assertThat(workbench.parse(page())).isInstanceOf(Workbench.Parsed.Read.class);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void whereNobodyElseReadsTheOutcomeIsTheMissingConsent() throws IOException {
    try (Pipeline pipeline = pipeline(builder -> builder);
        TenantSession session = tenant(pipeline)) {
      assertThat(House.ingest(session, batch()).getFirst())
          .isInstanceOfSatisfying(
              DocumentOutcome.Failed.class,
              failed ->
                  assertThat(failed.problem().code()).isEqualTo(ProblemCode.EGRESS_NOT_CONSENTED));
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void withConsentItIsReadElsewhereAndWhatLeftStandsInTheTenantsLog() throws Exception {
    answer("\"pages\":{}");
    try (Pipeline pipeline = pipeline(RemoteParsingIT::thenHere)) {
      try (TenantSession session = tenant(pipeline)) {
        House.ingest(session, batch());
        session.settings().consent(PARSE);
      }
      try (TenantSession session = tenant(pipeline)) {
        assertThat(session.settings().consents()).containsExactly(PARSE);
        assertThat(House.ingest(session, batch()).getFirst())
            .isInstanceOf(DocumentOutcome.Stored.class);
        byte[] sent = Objects.requireNonNull(server.takeRequest().getBody()).toByteArray();
        AuditEvent before = events(session, EventType.EGRESS_REQUESTED).getFirst();
        AuditEvent after = events(session, EventType.EGRESS_COMPLETED).getFirst();
        assertThat(before.data())
            .containsEntry("host", "localhost")
            .containsEntry("bytes", (long) sent.length)
            .containsEntry("hash", ContentHash.of(sent).hex());
        assertThat(after.previous()).contains(before.id());
        assertThat(events(session, EventType.DOCUMENT_PARSED).getLast().data())
            .containsEntry("attempts", 1L)
            .containsEntry("outcomeA", "READ");
        assertThat(session.settings().withdraw(PARSE)).isNotNull();
        House.ingest(session, batch());
        assertThat(session.verifyAudit().intact()).isTrue();
      }
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aPoorReadingGivesWayToABetterOne() throws IOException {
    answer("\"pages\":{\"1\":{\"page_no\":1},\"2\":{\"page_no\":2}}");
    try (Pipeline pipeline = pipeline(RemoteParsingIT::thenHere);
        TenantSession session = tenant(pipeline)) {
      session.settings().consent(PARSE);
      Batch batch = batch();
      House.ingest(session, batch);
      List<Attempt> attempts = session.report(batch.id()).files().getFirst().attempts();
      assertThat(attempts).extracting(Attempt::outcome).containsExactly("READ", "READ");
      assertThat(attempts.getFirst().parser()).startsWith("docling-serve/1");
      assertThat(attempts.getFirst().quality()).isLessThan(0.8);
      assertThat(attempts.getLast().quality()).isEqualTo(1);
    }
  }

  /** The home as it is while the request is under way, as a crash would leave it. */
  @Test
  void aRequestThatACrashInterruptsIsWrittenDownWhenTheTenantIsOpenedNext() throws IOException {
    Path crashed = folder.resolve("crashed");
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            copy(House.home(folder), crashed);
            return new MockResponse.Builder().code(500).build();
          }
        });
    try (Pipeline pipeline = pipeline(RemoteParsingIT::thenHere);
        TenantSession session = tenant(pipeline)) {
      session.settings().consent(PARSE);
      House.ingest(session, batch());
      assertThat(events(session, EventType.EGRESS_FAILED)).isEmpty();
    }
    try (Pipeline pipeline = pipeline(crashed, RemoteParsingIT::thenHere);
        TenantSession session = tenant(pipeline)) {
      assertThat(session.settings().consents()).containsExactly(PARSE);
      AuditEvent request = events(session, EventType.EGRESS_REQUESTED).getFirst();
      assertThat(events(session, EventType.EGRESS_FAILED))
          .singleElement()
          .satisfies(failed -> assertThat(failed.previous()).containsExactly(request.id()));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      TestFolders.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PipelineBuilder thenHere(PipelineBuilder builder) {
    return builder.fallback("html", Map.of(), 0.8);
  }

  private Pipeline pipeline(UnaryOperator<PipelineBuilder> more) throws IOException {
    return pipeline(House.home(folder), more);
  }

  private Pipeline pipeline(Path home, UnaryOperator<PipelineBuilder> more) throws IOException {
    Map<String, String> service = Map.of("url", server.url("/").toString());
    PipelineBuilder builder =
        House.bare(folder, home)
            .remoteParser("docling-serve", service, 0, MediaType.HTML)
            .inspector("injection")
            .egress(EgressPolicy.none().allow("localhost").allowPlainLoopback());
    return more.apply(builder).build();
  }

  private static TenantSession tenant(Pipeline pipeline) {
    if (pipeline.tenants().isEmpty()) {
      pipeline.createTenant(House.A, House.CALLER);
    }
    return pipeline.open(House.A, House.CALLER);
  }

  private Path page() throws IOException {
    String html = "<html><body><h1>Rates</h1><p>The rate is four per cent.</p></body></html>";
    return Files.writeString(folder.resolve("page.html"), html);
  }

  private Batch batch() throws IOException {
    return Batch.of(List.of(page()));
  }

  /** One paragraph on page 1, where there are pages. */
  private void answer(String pages) {
    server.enqueue(
        new MockResponse.Builder()
            .body(
                "{\"status\":\"success\",\"document\":{\"json_content\":{\"schema_name\":"
                    + "\"DoclingDocument\",\"version\":\"1.10.0\",\"body\":{\"children\":[{\"$ref\":\"#/texts/0\"}]},\"texts\":[{\"label\":\"text\",\"text\":\"The"
                    + " rate is four per cent, they say.\",\"prov\":[{\"page_no\":1}]}],"
                    + pages
                    + "}}}")
            .build());
  }

  private static List<AuditEvent> events(TenantSession session, EventType type) {
    return House.events(session).stream()
        .map(entry -> entry.event())
        .filter(event -> event.type() == type)
        .toList();
  }
}
