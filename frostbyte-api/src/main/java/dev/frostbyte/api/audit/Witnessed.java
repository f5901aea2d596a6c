package dev.frostbyte.api.audit;

import java.util.List;

/**
 * What became of a witness's answer. Immutable.
 *
 * @param checkpoint the newest checkpoint of the log with every cosignature known of it; it has
 *     none when it was signed after the one that was cosigned
 * @param size entries under the checkpoint that was cosigned
 * @param witnesses names of the keys whose cosignatures were kept; empty when none was known
 */
public record Witnessed(Checkpoint checkpoint, long size, List<String> witnesses) {
  /** Copies the list. */
  public Witnessed {
    witnesses = List.copyOf(witnesses);
  }
}
