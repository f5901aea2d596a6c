package dev.frostbyte.api.model;

import java.util.Optional;

/** How a file came in. Immutable. */
public sealed interface Origin {
  /** It was handed in. */
  Origin HANDED_IN = new HandedIn();

  /** The document it lay in; empty when it was handed in. */
  default Optional<Attachment> attachment() {
    return this instanceof Attachment attachment ? Optional.of(attachment) : Optional.empty();
  }

  /** It was handed in. */
  record HandedIn() implements Origin {}

  /**
   * It lay in another document.
   *
   * @param submission of the file it lay in
   * @param document that the file is
   * @param depth 1 when that file was handed in, 2 when it lay in one that was, and so on
   */
  record Attachment(SubmissionId submission, DocumentId document, int depth) implements Origin {
    /** Checks the depth. */
    public Attachment {
      if (depth < 1) {
        throw new IllegalArgumentException("depth of an attachment must be at least 1");
      }
    }
  }
}
