package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Chunk;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.model.ServedDocument;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.core.ProgressListener.Phase;
import dev.frostbyte.core.document.Bundle;
import dev.frostbyte.core.document.ChainStep;
import dev.frostbyte.core.document.ParseStep;
import dev.frostbyte.core.intake.AttachedSpool;
import dev.frostbyte.core.policy.Findings;
import dev.frostbyte.core.policy.RedactionMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pure part of processing: parse, gates, chunks, vectors. Writes nothing but records of its
 * steps. Thread-safe.
 */
final class Reading {
  /** Most chunks of one document: some five million characters, minutes of embedding. */
  private static final int MAX_CHUNKS = 5_000;

  private static final Findings NOT_INSPECTED = new Findings(List.of(), List.of(), List.of());

  /** Ends of a parser that say the file itself is unusable. */
  private static final Set<ProblemCode> UNUSABLE =
      Set.of(
          ProblemCode.FILE_EMPTY,
          ProblemCode.FILE_CORRUPTED,
          ProblemCode.FILE_ENCRYPTED,
          ProblemCode.TYPE_MISMATCH,
          ProblemCode.UNSUPPORTED_FORMAT);

  private final RunContext context;
  private final TenantParts parts;
  private final Gates gates;

  Reading(RunContext context) {
    this.context = context;
    this.parts = context.runtime().parts();
    this.gates = new Gates(parts.stages());
  }

  Result read(ReadingTask task) throws IOException {
    Trail trail = task.trail();
    Submission submission = task.submission();
    context.tell(submission.name(), Phase.PARSING);
    ChainStep.Reading<AttachedSpool> parsed =
        parsers(task)
            .read(
                task.terms().chain(),
                task.received().source(),
                task.type(),
                task.received().hash(),
                egress(trail),
                AttachedSpool::new);
    SortedMap<String, Object> facts = Facts.attempts(parsed.attempts());
    facts.put("sandbox", sandbox(task, parsed));
    return switch (parsed.outcome()) {
      case ParseStep.Outcome.Refused refused -> {
        parsed.files().close();
        yield refused(task, refused, facts);
      }
      case ParseStep.Outcome.Read read -> {
        Work work = Work.of(task, read.document(), parsed.files());
        facts.putAll(Facts.parsed(work.told()));
        trail.record(EventType.DOCUMENT_PARSED, facts);
        yield judge(work);
      }
    };
  }

  private String sandbox(ReadingTask task, ChainStep.Reading<?> parsed) {
    String host = parts.stages().host().level();
    return parsed.sandbox(task.terms().chain(), task.received().source(), host);
  }

  private ChainStep parsers(ReadingTask task) {
    int maxFiles = parts.limits().attachments().maxFiles();
    long maxBytes = parts.limits().maxFileBytes();
    return new ChainStep(new ParseStep(parts.seat(), task.terms().limits(), maxFiles, maxBytes));
  }

  /** The end of a document that could not be read; its bytes are kept. */
  static Result.Kept unreadable(Submission submission, Problem problem) {
    return new Result.Kept(EventType.DOCUMENT_FAILED, submission.unread(problem), Optional.empty());
  }

  /** The end of a file that holds known malware: kept sealed, never parsed. */
  static Result.Kept infected(Submission submission, Problem problem) {
    return new Result.Kept(
        EventType.DOCUMENT_QUARANTINED, submission.unread(problem), Optional.empty());
  }

  /** The way out for one document; shut once the run is. */
  private Egress egress(Trail trail) {
    Egress port = parts.egress().trailing(new DocumentTrail(trail, parts));
    return request -> {
      context.requireRunning();
      return port.send(request);
    };
  }

  private Result refused(
      ReadingTask task, ParseStep.Outcome.Refused refused, SortedMap<String, Object> facts) {
    Problem problem = refused.problem();
    facts.putAll(Facts.code(problem));
    facts.put("arrived", (long) refused.arrived());
    task.trail().record(EventType.DOCUMENT_PARSE_FAILED, facts);
    if (UNUSABLE.contains(problem.code())) {
      return new Result.Rejected(problem);
    }
    CanonicalDocument partial = refused.partial();
    return partial == null
        ? unreadable(task.submission(), problem)
        : cutOff(new Work(task, partial, List.of()), problem);
  }

  /** What had been read when the parser ended is kept as evidence; nothing of it is served. */
  private Result cutOff(Work work, Problem problem) {
    OutcomeRecord record = work.submission().unread(problem);
    return new Result.Kept(
        EventType.DOCUMENT_FAILED, record, Optional.of(evidence(work, NOT_INSPECTED)));
  }

  private Bundle evidence(Work work, Findings found) {
    ServedDocument nothing = new ServedDocument(UntrustedText.EMPTY, List.of());
    return bundle(work, found, RedactionMap.IDENTITY, nothing, List.of(), List.of());
  }

  private Result judge(Work work) {
    Facts.dropped(work.told().dropped())
        .forEach(lost -> work.trail().record(EventType.CONTENT_DROPPED, lost));
    context.tell(work.submission().name(), Phase.INSPECTING);
    Gates.Verdict verdict =
        gates.judge(
            work.document(),
            work.submission().name(),
            work.task().terms().policy(),
            work.task().waiver());
    work.trail().record(EventType.POLICY_EVALUATED, Facts.judged(work.task().waiver(), verdict));
    Facts.personal(verdict.findings())
        .ifPresent(found -> work.trail().record(EventType.PII_DETECTED, found));
    return switch (verdict) {
      case Gates.Verdict.Broken broken ->
          failed(stoppedBy(broken.problem(), work), broken.problem());
      case Gates.Verdict.Stopped stopped -> stop(stoppedBy(stopped.problem(), work), stopped);
      case Gates.Verdict.Clear clear -> embed(work, clear);
    };
  }

  private static Work stoppedBy(Problem problem, Work work) {
    work.trail().record(EventType.POLICY_GATE_FAILED, Facts.code(problem));
    return work;
  }

  /** Nothing of it is served; what was found stays as evidence. */
  private Result stop(Work work, Gates.Verdict.Stopped stopped) {
    OutcomeRecord record =
        work.submission()
            .read(stopped.problem(), work.told(), stopped.findings(), 0)
            .treating(stopped.personal())
            .classified(stopped.classification())
            .judgedBy(parts.stages().detectors());
    return new Result.Kept(stopped.end(), record, Optional.of(evidence(work, stopped.found())));
  }

  private Result embed(Work work, Gates.Verdict.Clear clear) {
    context.tell(work.submission().name(), Phase.EMBEDDING);
    Chunking.Chunked chunked = Chunking.chunks(work.canonical(), clear);
    List<Chunk> chunks = chunked.chunks();
    if (chunks.isEmpty() && chunked.withheld() > 0) {
      return stop(stoppedBy(clear.empty().problem(), work), clear.empty());
    }
    if (chunks.isEmpty()) {
      return failed(work, nothingRead(work.document()));
    }
    if (chunks.size() > MAX_CHUNKS) {
      String message = "The document makes " + chunks.size() + " chunks; at most " + MAX_CHUNKS;
      return failed(work, Problem.of(ProblemCode.LIMIT_EXCEEDED, message + " are embedded."));
    }
    try {
      return publish(work, clear, chunked, vectors(chunks));
    } catch (IOException | IllegalArgumentException e) {
      String message = "The embedding model gave up (" + e.getClass().getSimpleName() + ").";
      Problem problem = Problem.of(ProblemCode.EMBEDDING_FAILED, message);
      work.trail().record(EventType.EMBEDDING_FAILED, Facts.code(problem));
      return failed(work, problem);
    }
  }

  /** A document that was cut before its first word may hold many. */
  private static Problem nothingRead(CanonicalDocument document) {
    return document.complete()
        ? Problem.of(ProblemCode.NO_TEXT, "The document holds no readable text.")
        : Problem.of(
            ProblemCode.LIMIT_EXCEEDED, "A limit was reached before any text had been read.");
  }

  private List<float[]> vectors(List<Chunk> chunks) throws IOException {
    List<float[]> vectors = new ArrayList<>(chunks.size());
    for (Chunk chunk : chunks) {
      context.requireRunning();
      vectors.add(parts.stages().embedding().embedDocument(chunk.embedded().value()));
    }
    return vectors;
  }

  private Result publish(
      Work work, Gates.Verdict.Clear clear, Chunking.Chunked chunked, List<float[]> vectors) {
    List<Chunk> chunks = chunked.chunks();
    work.trail().record(EventType.DOCUMENT_EMBEDDED, embeddedFacts(chunked));
    Bundle bundle =
        bundle(work, clear.found(), clear.redactions(), clear.served(), chunks, vectors);
    OutcomeRecord record =
        work.submission()
            .read(null, work.told(), clear.findings(), chunks.size())
            .bringing(work.brought())
            .withholding(chunked.withheld())
            .treating(chunked.personal())
            .classified(clear.classification())
            .judgedBy(parts.stages().detectors());
    return new Result.Kept(EventType.DOCUMENT_PUBLISHED, record, Optional.of(bundle));
  }

  private static Result failed(Work work, Problem problem) {
    OutcomeRecord record = work.submission().read(problem, work.told(), List.of(), 0);
    return new Result.Kept(EventType.DOCUMENT_FAILED, record, Optional.empty());
  }

  private Bundle bundle(
      Work work,
      Findings found,
      RedactionMap redactions,
      ServedDocument served,
      List<Chunk> chunks,
      List<float[]> vectors) {
    DocumentId document = work.trail().document();
    long generation = parts.catalog().find(document).map(CatalogEntry::generation).orElse(0L) + 1;
    return new Bundle(
        document,
        work.canonical(),
        generation,
        work.document(),
        found.inTexts(),
        redactions,
        served,
        chunks,
        vectors);
  }

  private SortedMap<String, Object> embeddedFacts(Chunking.Chunked chunked) {
    SortedMap<String, Object> facts = new TreeMap<>();
    facts.put("chunks", (long) chunked.chunks().size());
    facts.put("withheld", (long) chunked.withheld());
    facts.put("personalWithheld", (long) chunked.personalKeptBack());
    facts.put("space", parts.stages().embedding().space().id().hex());
    return facts;
  }

  /** What became of a document's bytes. */
  sealed interface Result {
    /** Why it could not be read or judged; empty when it was. */
    default Optional<Problem> unread() {
      return switch (this) {
        case Rejected rejected -> Optional.of(rejected.problem());
        case Kept kept ->
            Optional.ofNullable(kept.record().problem())
                .filter(problem -> kept.type() == EventType.DOCUMENT_FAILED);
      };
    }

    /** The file itself is unusable; nothing is kept. */
    record Rejected(Problem problem) implements Result {}

    /** Its bytes are kept, with this end. */
    record Kept(EventType type, OutcomeRecord record, Optional<Bundle> bundle) implements Result {}
  }
}
