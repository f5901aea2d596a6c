package dev.frostbyte.core;

import dev.frostbyte.api.model.Classification;
import dev.frostbyte.api.model.DocumentId;
import dev.frostbyte.api.model.Finding;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.UntrustedText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that waits for a person. Says where and by which rule something was found, never what.
 * Immutable.
 *
 * @param fileName as handed in: untrusted, for display only
 * @param since when the wait began
 * @param problem why it is not served
 * @param findings at most the first 1,000
 * @param classification what kind of document the rules took it for
 * @param detectors who found something, and whether the same would look today
 * @param token names exactly these findings under this code; a decision quotes it, so that nobody
 *     decides about something else than was looked at
 * @param approval the first of the two decisions a release takes; null when none was made
 */
public record Review(
    DocumentId document,
    UntrustedText fileName,
    State state,
    Instant since,
    Problem problem,
    List<Finding> findings,
    Classification classification,
    List<Detector> detectors,
    String token,
    @Nullable Approval approval) {
  /** Copies the lists. */
  public Review {
    findings = List.copyOf(findings);
    detectors = List.copyOf(detectors);
  }

  /** The first of the two decisions a release takes; empty when none was made. */
  public Optional<Approval> approved() {
    return Optional.ofNullable(approval);
  }

  /**
   * Who found something in a document that waits.
   *
   * @param name of the inspector, or of the engine that scanned for malware
   * @param version and configuration as they were then; empty when the journal does not say
   * @param current whether the inspector that is configured now is the same
   */
  public record Detector(String name, String version, boolean current) {}

  /** What a document waits as. */
  public enum State {
    /** One person decides; when nobody does in time, it is quarantined. */
    HELD,
    /** Two persons release it, or it stays. */
    QUARANTINED
  }

  /**
   * That somebody asked for a release.
   *
   * @param by pseudonym of the caller, as audit events name it
   * @param name of the caller, as the host authenticated them; sealed with the document's key
   * @param until when another person can release on it at the latest
   * @param expired whether that is past: somebody has to approve anew
   * @param reason as given
   */
  public record Approval(
      String by,
      UntrustedText name,
      Instant at,
      Instant until,
      boolean expired,
      UntrustedText reason) {}
}
