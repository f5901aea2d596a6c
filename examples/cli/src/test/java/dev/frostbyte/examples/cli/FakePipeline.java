package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Completeness;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.Span;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.TextName;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.core.Workbench;
import dev.frostbyte.core.policy.TextInspection;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline without an engine: files whose name holds {@code bad} are rejected, texts that hold
 * {@code evil} quarantined.
 */
final class FakePipeline implements Pipeline, Workbench {
  @Override
  public void createTenant(TenantId tenant, Caller caller) {
    if (tenant.value().equals("taken")) {
      throw FrostbyteException.of(
          ProblemCode.TENANT_ALREADY_EXISTS, "There is a tenant 'taken' already.");
    }
  }

  @Override
  public List<TenantId> tenants() {
    return List.of(TenantId.of("acme"), TenantId.of("clinic"));
  }

  @Override
  public TenantSession open(TenantId tenant, Caller caller) {
    return (TenantSession)
        Proxy.newProxyInstance(
            FakePipeline.class.getClassLoader(),
            new Class<?>[] {TenantSession.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "tenant" -> tenant;
                  case "ingest" -> new Run((Batch) arguments[0]);
                  case "close" -> null;
                  case "audit" -> FakeAudit.page((AuditQuery) arguments[0]);
                  case "prove" -> "proof of " + ((AuditReceipt) arguments[0]).index();
                  case "erase" ->
                      throw FrostbyteException.of(
                          ProblemCode.DOCUMENT_NOT_FOUND, "Nothing is kept of it.");
                  case "rebuild" ->
                      throw FrostbyteException.of(
                          ProblemCode.INTEGRITY_BROKEN, "Stored bytes do not verify.");
                  default -> throw new UnsupportedOperationException("secret words of a library");
                });
  }

  @Override
  public Egress egress() {
    return Egress.NONE;
  }

  @Override
  public Verification verifyAudit() {
    return new Verification(7, 7, List.of(new Verification.Break(3, "the chain is broken")));
  }

  @Override
  public Workbench workbench() {
    return this;
  }

  @Override
  public void close() {}

  @Override
  public Parsed parse(Path file) {
    if (file.toString().contains("bad")) {
      return new Parsed.Refused(Problem.of(ProblemCode.FILE_CORRUPTED, "Broken."));
    }
    if (file.toString().contains("missing")) {
      return new Parsed.Refused(Problem.of(ProblemCode.FILE_MISSING, "Not there."));
    }
    UntrustedText text = UntrustedText.of("Hello");
    ContentHash hash = ContentHash.of(new byte[0]);
    var paragraph =
        new dev.frostbyte.api.model.Element.Paragraph(0, Span.of(TextName.ORIGINAL, 0, 5));
    return new Parsed.Read(
        new CanonicalDocument(
            MediaType.TEXT,
            hash,
            "fake",
            CanonicalDocument.UNDETERMINED,
            0,
            List.of(),
            true,
            new Completeness(5, 5, 0, 0),
            text,
            UntrustedText.EMPTY,
            List.of(paragraph),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  @Override
  public Previewed preview(Path file) {
    return switch (parse(file)) {
      case Parsed.Read read -> new Previewed.Read(read.document(), List.of());
      case Parsed.Refused refused -> new Previewed.Refused(refused.problem());
    };
  }

  @Override
  public Inspected inspect(Path file) {
    return file.toString().contains("bad")
        ? new Inspected.Refused(Problem.of(ProblemCode.FILE_CORRUPTED, "Broken."))
        : new Inspected.Answered(inspect(file.toString()));
  }

  @Override
  public TextInspection.Answer inspect(String text) {
    return text.contains("evil")
        ? new TextInspection.Answer(
            0.9,
            "quarantine",
            List.of("override"),
            List.of(Span.of(TextName.ORIGINAL, 1, 5)),
            List.of())
        : new TextInspection.Answer(0, "pass", List.of(), List.of(), List.of());
  }

  private static DocumentOutcome outcome(BatchFile file) {
    SubmissionId submission = new SubmissionId("sub_" + "0".repeat(32));
    ContentHash hash = ContentHash.of(file.name().value().getBytes(StandardCharsets.UTF_8));
    DocumentId document = new DocumentId("doc_" + hash.hex().substring(0, 32));
    AuditReceipt receipt = new AuditReceipt("frostbyte/0/t", 1, hash);
    return file.name().value().contains("bad")
        ? new DocumentOutcome.Rejected(
            submission,
            document,
            file.name(),
            Origin.HANDED_IN,
            receipt,
            Problem.of(ProblemCode.FILE_CORRUPTED, "Broken."))
        : new DocumentOutcome.Stored(
            submission, document, file.name(), Origin.HANDED_IN, receipt, 3, true, List.of());
  }

  /** A run over a batch. */
  private static final class Run implements IngestRun {
    private final Batch batch;
    private final Iterator<BatchFile> rest;

    Run(Batch batch) {
      this.batch = batch;
      this.rest = batch.files().iterator();
    }

    @Override
    public dev.frostbyte.api.model.BatchId batch() {
      return batch.id();
    }

    @Override
    public Optional<DocumentOutcome> next() {
      return rest.hasNext() ? Optional.of(outcome(rest.next())) : Optional.empty();
    }

    @Override
    public void close() {}
  }
}
