package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.ParserChoice;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineBuilder;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that has its documents read by other parsers of the pipeline than the others'. */
class TenantParsersIT {
  private static final String OTHER = "whole-markdown";
  private static final ParserChoice WHOLE = ParserChoice.of(MediaType.MARKDOWN, OTHER);

  @TempDir private Path folder = Path.of("replaced by JUnit");

  @Test
  void aChoiceIsTheTenantsOwnAndDocumentsAreReadAnew() throws IOException {
    try (Pipeline pipeline = pipeline(TenantParsersIT::offering);
        TenantSession a = House.session(pipeline, House.A, House.CALLER);
        TenantSession b = House.session(pipeline, House.B, House.CALLER)) {
      assertThat(parsers(a)).containsExactly("markdown");
      a.settings().readBy(WHOLE);
      assertThat(parsers(a)).containsExactly(OTHER);
      assertThat(ingest(a)).isInstanceOf(DocumentOutcome.Unchanged.class);
      assertThat(parsers(b)).containsExactly("markdown");
      a.settings().readAsConfigured(MediaType.MARKDOWN);
      assertThat(parsers(a)).containsExactly("markdown");
      assertThat(a.settings().parserChoices()).isEmpty();
      assertThat(a.verifyAudit().intact()).isTrue();
    }
  }

  @Test
  void aChoiceStandsInTheTenantsLogAndOutlivesTheProcess() throws IOException {
    ParserChoice choice = WHOLE.then("markdown", 0.9);
    try (Pipeline pipeline = pipeline(TenantParsersIT::offering);
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      session.settings().readBy(choice);
      assertThat(settings(session).getLast().data())
          .containsEntry("setting", "parser-chain")
          .containsEntry("type", "text/markdown")
          .containsEntry("parserA", OTHER)
          .containsEntry("parserB", "markdown")
          .containsEntry("qualityB", 900L);
      TestFolders.copy(House.home(folder), folder.resolve("crashed"));
    }
    holds(House.home(folder), choice);
    holds(folder.resolve("crashed"), choice);
  }

  @Test
  void refusesWhatThePipelineDoesNotHold() throws IOException {
    try (Pipeline pipeline = pipeline(TenantParsersIT::offering);
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      House.code(
          () -> session.settings().readBy(ParserChoice.of(MediaType.MARKDOWN, "pdf")),
          ProblemCode.PLUGIN_UNKNOWN);
      House.code(
          () -> session.settings().readBy(ParserChoice.of(MediaType.CSV, OTHER)),
          ProblemCode.PLUGIN_UNKNOWN);
      House.code(
          () -> session.settings().readBy(ParserChoice.of(new MediaType("image/webp"), OTHER)),
          ProblemCode.INVALID_ARGUMENT);
      assertThat(settings(session)).isEmpty();
    }
  }

  @Test
  void documentsFailWhereThePipelineNoLongerHoldsTheParser() throws IOException {
    try (Pipeline pipeline = pipeline(TenantParsersIT::offering);
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      session.settings().readBy(WHOLE);
    }
    try (Pipeline pipeline = pipeline(UnaryOperator.identity());
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      assertThat(ingest(session))
          .isInstanceOfSatisfying(
              DocumentOutcome.Failed.class,
              failed -> assertThat(failed.problem().code()).isEqualTo(ProblemCode.PLUGIN_UNKNOWN));
      session.settings().readAsConfigured(MediaType.MARKDOWN);
      assertThat(ingest(session)).isInstanceOf(DocumentOutcome.Stored.class);
    }
  }

  private void holds(Path home, ParserChoice choice) throws IOException {
    try (Pipeline pipeline = pipeline(home, TenantParsersIT::offering);
        TenantSession session = House.session(pipeline, House.A, House.CALLER)) {
      assertThat(session.settings().parserChoices()).containsExactly(choice);
      assertThat(parsers(session)).containsExactly(OTHER);
    }
  }

  private static PipelineBuilder offering(PipelineBuilder builder) {
    return builder.offerParser(OTHER, Map.of());
  }

  /** The parsers that read the document when it is handed in now. */
  private List<String> parsers(TenantSession session) throws IOException {
    Batch batch = batch();
    House.ingest(session, batch);
    return session.report(batch.id()).files().getFirst().attempts().stream()
        .map(Attempt::parser)
        .map(parser -> parser.substring(0, parser.indexOf('/')))
        .toList();
  }

  private DocumentOutcome ingest(TenantSession session) throws IOException {
    return House.ingest(session, batch()).getFirst();
  }

  private Batch batch() throws IOException {
    return Batch.of(
        List.of(Files.writeString(folder.resolve("note.md"), "# Rates\n\nThe rate is low.\n")));
  }

  private static List<AuditEvent> settings(TenantSession session) {
    return House.events(session).stream()
        .map(entry -> entry.event())
        .filter(event -> event.type() == EventType.TENANT_CONFIG_UPDATED)
        .toList();
  }

  private Pipeline pipeline(UnaryOperator<PipelineBuilder> more) throws IOException {
    return pipeline(House.home(folder), more);
  }

  private Pipeline pipeline(Path home, UnaryOperator<PipelineBuilder> more) throws IOException {
    PipelineBuilder builder =
        House.bare(folder, home).parser("markdown").parser("csv").inspector("injection");
    return more.apply(builder).build();
  }
}
