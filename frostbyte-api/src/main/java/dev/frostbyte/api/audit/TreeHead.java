package dev.frostbyte.api.audit;

import dev.frostbyte.api.model.ContentHash;

/**
 * Size and root of a log as somebody noted them: the log of logs, an auditor, a witness. Immutable.
 *
 * @param size number of entries
 * @param root RFC 6962 tree head over them
 */
public record TreeHead(long size, ContentHash root) {
  /** What a checkpoint signs. */
  public static TreeHead of(Checkpoint checkpoint) {
    return new TreeHead(checkpoint.size(), checkpoint.root());
  }
}
