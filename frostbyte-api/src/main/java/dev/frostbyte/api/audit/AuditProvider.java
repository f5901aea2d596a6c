package dev.frostbyte.api.audit;

import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

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

  /**
   * Opens a log for a short while, as {@link #reopen}, and may leave its older entries unread when
   * it was closed in order at that very checkpoint. {@link AuditLog#verify()} reads them all.
   */
  default AuditLog resume(DurableDirectory files, String name, String kept) throws IOException {
    return reopen(files, name, kept);
  }

  /** Origin of the deployment: the first part of the origin of every log. */
  String origin();

  /**
   * The first verifier key (C2SP signed-note) of the deployment: the one to pin. Every log leads
   * from it to the newest key.
   */
  String verifierKey();

  /** Every verifier key of the deployment, oldest first; the last one signs now. */
  List<String> verifierKeys();

  /** The verifier key (type 0x06) of the second signature; empty when it is switched off. */
  Optional<String> cosignerKey();

  /**
   * Makes a new signing key, signed by the current one. Each log is handed over when it is opened
   * next. One process at a time.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code TENANT_BUSY} while this provider has
   *     logs open
   */
  void rotate() throws IOException;

  /**
   * Destroys the older signing keys, in every copy. A log that was not opened since the last {@link
   * #rotate} can then no longer be opened ({@code KEYS_MISSING}); open every log first.
   */
  void retire() throws IOException;

  @Override
  void close() throws IOException;
}
