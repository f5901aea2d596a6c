package dev.frostbyte.core.report;

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
 * @param complete false when a counted budget cut it
 * @param attempts every parser that was asked, in order; none when none was
 * @param found number of findings by family, such as {@code EMAIL} or {@code override}
 * @param scan what malware scanners said of it
 * @param personal what was done with personal data, by type; its places are among {@code found}
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
    boolean complete,
    List<DroppedContent> dropped,
    List<Attempt> attempts,
    SortedMap<String, Integer> found,
    SortedMap<String, Treatment> personal,
    Scan scan,
    BatchReport.Evidence evidence) {
  /** Copies lists and map. */
  public FileReport {
    dropped = List.copyOf(dropped);
    attempts = List.copyOf(attempts);
    personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
  }

  /** Why it was not stored; empty when it was. */
  public Optional<Problem> reason() {
    return Optional.ofNullable(problem);
  }
}
