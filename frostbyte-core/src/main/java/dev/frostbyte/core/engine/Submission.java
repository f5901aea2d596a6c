package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.CanonicalDocument;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Origin.Attachment;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.report.Extract;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file handed in, while it is processed. Immutable.
 *
 * @param scan what malware scanners have said so far
 * @param attachedTo the document it lay in; null when it was handed in
 */
record Submission(
    BatchId batch,
    SubmissionId id,
    String fileId,
    UntrustedText name,
    String type,
    long size,
    ContentHash source,
    Scan scan,
    @Nullable Attachment attachedTo) {
  /** The same submission once its type is known. */
  Submission of(String verified) {
    return new Submission(batch, id, fileId, name, verified, size, source, scan, attachedTo);
  }

  /** The same submission once it was scanned. */
  Submission scanned(Scan said) {
    return new Submission(batch, id, fileId, name, type, size, source, said, attachedTo);
  }

  /** The submission that an outcome was of, to be processed again. */
  static Submission of(OutcomeRecord outcome) {
    return new Submission(
        outcome.batch(),
        outcome.submission(),
        outcome.fileId(),
        outcome.fileName(),
        outcome.type(),
        outcome.size(),
        outcome.source(),
        Scan.NOT_REACHED,
        outcome.attachedTo());
  }

  /** The record of an end before the document was read. */
  OutcomeRecord unread(@Nullable Problem problem) {
    return record(problem, List.of(), List.of(), 0, 0, true, Extract.NONE);
  }

  /** The record of an end after it was read. */
  OutcomeRecord read(
      @Nullable Problem problem, CanonicalDocument document, List<Finding> findings, int chunks) {
    return record(
        problem,
        findings,
        document.dropped(),
        document.pages(),
        chunks,
        document.complete(),
        Extract.of(document, findings.size()));
  }

  private OutcomeRecord record(
      @Nullable Problem problem,
      List<Finding> findings,
      List<DroppedContent> dropped,
      int pages,
      int chunks,
      boolean complete,
      Extract extract) {
    return new OutcomeRecord(
        batch,
        id,
        fileId,
        name,
        type,
        size,
        source,
        problem,
        noted(findings),
        Losses.within(Extract.MOST_NOTED, dropped),
        pages,
        chunks,
        0,
        complete,
        scan,
        Collections.emptySortedMap(),
        Classification.NONE,
        extract,
        Collections.emptySortedMap(),
        attachedTo,
        null,
        null);
  }

  /**
   * As many findings as an event carries, in their order; of every rule at least one, so that
   * whoever decides by them knows every rule.
   */
  private static List<Finding> noted(List<Finding> findings) {
    Map<String, Finding> rules = new LinkedHashMap<>();
    findings.forEach(found -> rules.putIfAbsent(found.inspector() + "/" + found.rule(), found));
    Set<Finding> noted = Collections.newSetFromMap(new IdentityHashMap<>());
    noted.addAll(rules.values());
    findings.stream().takeWhile(found -> noted.size() < Extract.MOST_NOTED).forEach(noted::add);
    return findings.stream().filter(noted::contains).limit(Extract.MOST_NOTED).toList();
  }
}
