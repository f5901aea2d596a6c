package dev.frostbyte.api.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * One append-only log. Thread-safe; whoever opens it closes it. After a failed write or force every
 * later call fails with {@link IOException} until the log is opened anew.
 */
public interface AuditLog extends AttestableLog, AutoCloseable {
  /** Most bytes of a sealed payload. */
  int MAX_PAYLOAD_BYTES = 16 << 20;

  /** Name of the log in receipts and checkpoints. */
  @Override
  String origin();

  /** Number of events appended. */
  long size();

  /**
   * Appends an event and returns once it is durable, with everything appended before it. Callers at
   * the same time share one force.
   *
   * @param payload sealed bytes that replay hands back; the leaf binds their hash; may be empty
   */
  AuditReceipt append(AuditEvent event, byte[] payload) throws IOException;

  /**
   * Appends an event without waiting; it becomes durable with the next {@link #append}, {@link
   * #seal} or close.
   */
  AuditReceipt record(AuditEvent event, byte[] payload) throws IOException;

  /**
   * Hands out the entries from an index on, in order, up to the size at the time of the call.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when stored bytes do not verify
   */
  void replay(long from, Visitor visitor) throws IOException;

  /**
   * Answers one page of a query. Signs a root first when something is not under one yet, so that
   * the page's checkpoint covers every entry up to the time of the call.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when stored bytes do not verify
   */
  AuditPage query(AuditQuery query) throws IOException;

  /** Signs a root over everything appended; the same checkpoint again when nothing was added. */
  Checkpoint seal() throws IOException;

  /**
   * The inclusion proof of an entry under the newest checkpoint, as a C2SP tlog-proof text.
   *
   * @throws IllegalArgumentException when the entry is not sealed yet
   */
  String prove(AuditReceipt receipt) throws IOException;

  /** Reads everything stored again and checks frames, chain, leaves, roots and signatures. */
  default Verification verify() throws IOException {
    return verify(List.of());
  }

  /**
   * The same, and that the log goes through tree heads that were noted elsewhere: one that was
   * shortened or written anew does not.
   */
  Verification verify(Collection<TreeHead> noted) throws IOException;

  /**
   * Writes the sealed log with everything an outsider needs to verify it into an empty directory: a
   * C2SP tlog-tiles tree, every signed root, proofs, the events as text, and a signed list of all
   * files. The same log at the same size gives the same bytes.
   */
  void export(Path directory) throws IOException;

  @Override
  void close() throws IOException;

  /** Takes replayed entries. */
  @FunctionalInterface
  interface Visitor {
    /** Takes the next entry. */
    void accept(AuditEntry entry) throws IOException;
  }
}
