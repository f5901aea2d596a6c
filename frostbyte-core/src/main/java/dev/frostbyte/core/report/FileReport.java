package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.DroppedContent;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.core.document.Attempt;
import dev.frostbyte.core.policy.Scan;
import dev.frostbyte.core.policy.Treatment;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One file of a batch. Immutable.
 *
 * @param fileId as in the manifest
 * @param fileName as handed in: untrusted; says {@code (erased)} once the document was erased
 * @param outcome {@code stored, unchanged, held, quarantined, rejected, failed}
 * @param type verified media type, or what was detected
 * @param problem why it was not stored; null when it was
 * @param pages 0 when the format has none
 * @param chunks passages that can be searched
 * @param withheld passages that were kept back while the others are served
 * @param complete false when a counted budget cut it
 * @param attempts every parser that was asked, in order; none when none was
 * @param found number of findings by family, such as {@code EMAIL} or {@code override}
 * @param injection highest score of a finding that addresses a machine, 0 to 1; 0 without one
 * @param scan what malware scanners said of it
 * @param personal what was done with personal data, by type; its places are among {@code found}
 * @param classification what kind of document it is
 * @param extract counts of what was read of it
 * @param handling how it was opened, and made searchable
 * @param inside what it lay in, and what was taken from it
 */
public record FileReport(
    String fileId,
    UntrustedText fileName,
    DocumentId document,
    String outcome,
    String type,
    long size,
    ContentHash source,
    @Nullable Problem problem,
    int pages,
    int chunks,
    int withheld,
    boolean complete,
    List<DroppedContent> dropped,
    List<Attempt> attempts,
    SortedMap<String, Integer> found,
    double injection,
    SortedMap<String, Treatment> personal,
    Classification classification,
    Scan scan,
    Extract extract,
    Handling handling,
    Inside inside,
    BatchReport.Evidence evidence) {
  /** Copies lists and maps. */
  public FileReport {
    dropped = List.copyOf(dropped);
    attempts = List.copyOf(attempts);
    found = Collections.unmodifiableSortedMap(new TreeMap<>(found));
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** Why it was not stored; empty when it was. */
  public Optional<Problem> reason() {
    return Optional.ofNullable(problem);
  }

  /** What a reader should know of how it was read, each with what to do; none when all is well. */
  public List<Warning> warnings() {
    return Warning.of(this);
  }

  /** The same file under another name. */
  FileReport named(UntrustedText shown) {
    return new FileReport(
        fileId,
        shown,
        document,
        outcome,
        type,
        size,
        source,
        problem,
        pages,
        chunks,
        withheld,
        complete,
        dropped,
        attempts,
        found,
        injection,
        personal,
        classification,
        scan,
        extract,
        handling,
        inside,
        evidence);
  }

  /**
   * What a file lay in, and what lay in it. Immutable.
   *
   * @param attachedTo the document it lay in; null when it was handed in
   * @param attachments files in it that came in after it as documents of their own
   */
  public record Inside(@Nullable DocumentId attachedTo, int attachments) {
    /** A file that was handed in and brought none. */
    public static final Inside NOTHING = new Inside(null, 0);

    /** The document it lay in; empty when it was handed in. */
    public Optional<DocumentId> around() {
      return Optional.ofNullable(attachedTo);
    }
  }

  /**
   * How a file was opened and made searchable. Immutable.
   *
   * @param sandbox level of containment its parser ran at; empty when none ran
   * @param model that made its vectors; empty without vectors
   * @param dimensions of a vector; 0 without a model
   */
  public record Handling(String sandbox, String model, int dimensions) {}
}
