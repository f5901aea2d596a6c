package dev.frostbyte.api.audit;

import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;

/**
 * Opens logs and holds the signing key, which belongs to the deployment and outlives tenants.
 * Thread-safe; whoever opens it closes it.
 */
public interface AuditProvider extends AutoCloseable {
  /**
   * Opens a log, creating it when absent.
   *
   * @param files where its files lie; nothing else is in it
   * @param name path of the log under the deployment's origin, {@code [a-z0-9/-]{1,100}}
   * @throws dev.frostbyte.api.model.FrostbyteException {@code INTEGRITY_BROKEN} when it was
   *     tampered with, {@code FORMAT_TOO_NEW} when a newer version wrote it; a torn tail of a crash
   *     is cut off
   */
  AuditLog open(DurableDirectory files, String name) throws IOException;

  /**
   * Opens a log that must go on from a checkpoint that was kept elsewhere, so that an older copy of
   * its files is not taken for the log.
   *
   * @param kept the signed note of the checkpoint
   * @throws dev.frostbyte.api.model.FrostbyteException as {@link #open(DurableDirectory, String)};
   *     {@code INTEGRITY_BROKEN} also when the note is not this log's, the log ends before it, or
   *     its first entries have another root
   */
  AuditLog reopen(DurableDirectory files, String name, String kept) throws IOException;

  /** Origin of the deployment: the first part of the origin of every log. */
  String origin();

  /** The verifier key (C2SP signed-note) of the checkpoints' signatures. */
  String verifierKey();

  @Override
  void close() throws IOException;
}
