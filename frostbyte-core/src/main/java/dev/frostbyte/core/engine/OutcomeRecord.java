package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.BatchId;
import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Origin;
import dev.frostbyte.api.model.Origin.Attachment;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.SubmissionId;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.EmbeddingSpace;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import dev.frostbyte.core.report.Extract;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The details of an outcome event: what a report and a rebuild need. Kept sealed. Immutable.
 *
 * @param problem null when the document was stored or unchanged
 * @param chunks what is embedded and served
 * @param withheld chunks that the gate kept back while others are served
 * @param scan what malware scanners said
 * @param personal what became of personal data, by type
 * @param classification what kind of document it is
 * @param extract counts of what was read of it
 * @param detectors who judged it: version and configuration of each inspector, by name; none where
 *     none was asked
 * @param attachedTo the document it lay in; null when it was handed in
 * @param brought the files that lie in it; null when there are none, or it is not served
 * @param reading null when nothing was kept of the document
 */
record OutcomeRecord(
    BatchId batch,
    SubmissionId submission,
    String fileId,
    UntrustedText fileName,
    String type,
    long size,
    ContentHash source,
    @Nullable Problem problem,
    List<Finding> findings,
    List<DroppedContent> dropped,
    int pages,
    int chunks,
    int withheld,
    boolean complete,
    Scan scan,
    SortedMap<String, Treatment> personal,
    Classification classification,
    Extract extract,
    SortedMap<String, String> detectors,
    @Nullable Attachment attachedTo,
    @Nullable Brought brought,
    @Nullable Reading reading) {
  /** Copies the maps. */
  OutcomeRecord {
    detectors = Collections.unmodifiableSortedMap(new TreeMap<>(detectors));
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** The same record with what is kept of the document. */
  OutcomeRecord with(Reading kept) {
    return copy(problem, findings, withheld, personal, classification, detectors, brought, kept);
  }

  /** The same record with another reason. */
  OutcomeRecord because(Problem reason) {
    return copy(reason, findings, withheld, personal, classification, detectors, brought, reading);
  }

  /** The same record with a number of chunks that the gate kept back. */
  OutcomeRecord withholding(int kept) {
    return copy(problem, findings, kept, personal, classification, detectors, brought, reading);
  }

  /** The same record with findings. */
  OutcomeRecord finding(List<Finding> found) {
    return copy(problem, found, withheld, personal, classification, detectors, brought, reading);
  }

  /** The same record with what became of personal data. */
  OutcomeRecord treating(SortedMap<String, Treatment> treated) {
    return copy(problem, findings, withheld, treated, classification, detectors, brought, reading);
  }

  /** The same record with what kind of document it is. */
  OutcomeRecord classified(Classification found) {
    return copy(problem, findings, withheld, personal, found, detectors, brought, reading);
  }

  /** The same record with who judged. */
  OutcomeRecord judgedBy(SortedMap<String, String> judges) {
    return copy(problem, findings, withheld, personal, classification, judges, brought, reading);
  }

  /** The same record with the files that lie in the document. */
  OutcomeRecord bringing(Brought files) {
    Brought some = files.none() ? null : files;
    return copy(problem, findings, withheld, personal, classification, detectors, some, reading);
  }

  private OutcomeRecord copy(
      @Nullable Problem reason,
      List<Finding> found,
      int keptBack,
      SortedMap<String, Treatment> treated,
      Classification classified,
      SortedMap<String, String> judges,
      @Nullable Brought files,
      @Nullable Reading kept) {
    return new OutcomeRecord(
        batch,
        submission,
        fileId,
        fileName,
        type,
        size,
        source,
        reason,
        found,
        dropped,
        pages,
        chunks,
        keptBack,
        complete,
        scan,
        treated,
        classified,
        extract,
        judges,
        attachedTo,
        files,
        kept);
  }

  /** How it came in, as outcomes say it. */
  Origin origin() {
    return attachedTo == null ? Origin.HANDED_IN : attachedTo;
  }

  /**
   * Files that lie in a document.
   *
   * @param taken that come in after it
   * @param left that do not because of where the document lay
   */
  record Brought(int taken, int left) {
    boolean none() {
      return taken == 0 && left == 0;
    }
  }

  /**
   * What is kept of a document.
   *
   * @param canonical which reading; null when it could not be read
   * @param generation counts bundles, from 1; 0 without one
   * @param bundle null without one
   * @param vectors null when it has none
   */
  record Reading(
      @Nullable CanonicalId canonical,
      long generation,
      ObjectRef raw,
      @Nullable ObjectRef bundle,
      @Nullable Vectors vectors) {}

  /**
   * How the vectors of a reading were made; the report says it long after the pipeline has another
   * model.
   *
   * @param space id of their embedding space
   * @param dimensions of a vector
   */
  record Vectors(ContentHash space, String model, int dimensions) {
    static Vectors in(EmbeddingSpace space) {
      return new Vectors(space.id(), space.model(), space.dimensions());
    }
  }
}
