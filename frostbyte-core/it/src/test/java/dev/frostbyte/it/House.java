package dev.frostbyte.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.PipelineBuilder;
import dev.frostbyte.core.PipelineLimits;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A pipeline with the real plugins on a home and a key file in one folder; closed by the test. */
final class House implements AutoCloseable {
  static final Caller CALLER = new Caller("ada@example.com", "integration test");
  static final Caller OTHER = new Caller("bob@example.com", "integration test");
  static final TenantId A = TenantId.of("alpha");
  static final TenantId B = TenantId.of("beta");

  private final Path folder;
  private final Pipeline pipeline;

  private House(Path folder, Pipeline pipeline) {
    this.folder = folder;
    this.pipeline = pipeline;
  }

  static House open(Path folder) throws IOException {
    return Plan.of(folder).open();
  }

  /** With another home than the folder's own, such as a copy of it, but the folder's key file. */
  static House open(Path folder, Path home) throws IOException {
    return Plan.of(folder).home(home).open();
  }

  static House open(Path folder, Path home, Wrapping wrapping) throws IOException {
    return Plan.of(folder).home(home).audit(wrapping).open();
  }

  static FileKeyProvider keys(Path folder) throws IOException {
    return FileKeyProvider.open(folder.resolve("keys").resolve("test.keys"));
  }

  static Path home(Path folder) {
    return folder.resolve("home");
  }

  Path home() {
    return home(folder);
  }

  Pipeline pipeline() {
    return pipeline;
  }

  /** A session of a tenant, which is made when it is not there. */
  TenantSession session(TenantId tenant) {
    return session(pipeline, tenant, CALLER);
  }

  /** The real plugins on a folder's home, but for what reads and what inspects. */
  static PipelineBuilder bare(Path folder) throws IOException {
    return bare(folder, home(folder));
  }

  /** The same on another home, with the folder's key file. */
  static PipelineBuilder bare(Path folder, Path home) throws IOException {
    return bare(folder, home, real -> real);
  }

  /** The same with another audit log around the real one. */
  static PipelineBuilder bare(Path folder, Path home, Wrapping wrapping) throws IOException {
    FileKeyProvider keys = keys(folder);
    AuditProvider audit =
        FileAuditProvider.open(DurableDirectory.at(home.resolve("signing")), keys, "test/house");
    return Pipeline.builder(keys, wrapping.wrap(audit), home)
        .detector("structure")
        .host("process", Map.of())
        .chunker("by-title")
        .embedding("onnx")
        .objects("files")
        .store("h2")
        .index("lucene");
  }

  /** A session of a tenant, which is made when it is not there. */
  static TenantSession session(Pipeline pipeline, TenantId tenant, Caller caller) {
    if (!pipeline.tenants().contains(tenant)) {
      pipeline.createTenant(tenant, CALLER);
    }
    return pipeline.open(tenant, caller);
  }

  static List<DocumentOutcome> ingest(TenantSession session, Path... paths) throws IOException {
    return ingest(session, Batch.of(List.of(paths)));
  }

  static List<DocumentOutcome> ingest(TenantSession session, Batch batch) {
    List<DocumentOutcome> outcomes = new ArrayList<>();
    try (IngestRun run = session.ingest(batch, ProgressListener.NONE)) {
      Optional<DocumentOutcome> next = run.next();
      while (next.isPresent()) {
        outcomes.add(next.get());
        next = run.next();
      }
    }
    return outcomes;
  }

  /** Asserts that a call is refused with this code. */
  static void code(ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FrostbyteException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  /** Every event of the tenant's log. */
  static List<AuditEntry> events(TenantSession session) {
    AuditQuery query = AuditQuery.all().limit(AuditQuery.MAX_LIMIT);
    AuditPage page = session.audit(query);
    List<AuditEntry> events = new ArrayList<>(page.entries());
    while (page.more()) {
      page = session.audit(query.from(page.next()));
      events.addAll(page.entries());
    }
    return events;
  }

  @Override
  public void close() {
    pipeline.close();
  }

  /** Puts something between the engine and its audit provider. */
  @FunctionalInterface
  interface Wrapping {
    AuditProvider wrap(AuditProvider real);
  }

  /** What a house is built with. */
  record Plan(
      Path folder,
      Path home,
      Wrapping audit,
      String embedding,
      String index,
      PipelineLimits limits) {
    static Plan of(Path folder) {
      return new Plan(
          folder, House.home(folder), real -> real, "onnx", "lucene", PipelineLimits.DEFAULT);
    }

    Plan home(Path other) {
      return new Plan(folder, other, audit, embedding, index, limits);
    }

    Plan audit(Wrapping other) {
      return new Plan(folder, home, other, embedding, index, limits);
    }

    Plan embedding(String other) {
      return new Plan(folder, home, audit, other, index, limits);
    }

    Plan index(String other) {
      return new Plan(folder, home, audit, embedding, other, limits);
    }

    Plan limits(PipelineLimits other) {
      return new Plan(folder, home, audit, embedding, index, other);
    }

    House open() throws IOException {
      FileKeyProvider keys = House.keys(folder);
      AuditProvider real =
          FileAuditProvider.open(DurableDirectory.at(home.resolve("signing")), keys, "test/house");
      Pipeline pipeline =
          Pipeline.builder(keys, audit.wrap(real), home)
              .detector("structure")
              .host("process", Map.of())
              .everyParser()
              .inspector("injection")
              .inspector("invisible")
              .inspector("hidden")
              .inspector("pii")
              .chunker("by-title")
              .embedding(embedding)
              .objects("files")
              .store("h2")
              .index(index)
              .limits(limits)
              .build();
      return new House(folder, pipeline);
    }
  }
}
