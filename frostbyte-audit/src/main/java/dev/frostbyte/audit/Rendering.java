package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import java.io.IOException;

/**
 * Writes a log in the format of somebody else's tools. One thread, used once: {@link #begin}, every
 * entry in the order of the log, {@link #end}. Memory is bounded, whatever the log's size; the same
 * entries give the same bytes; no time is written but the events' own.
 */
interface Rendering {
  /** Where in an export the file lies. */
  String path();

  /** Writes what stands before the first entry. */
  void begin(Appendable out) throws IOException;

  /** Writes an entry. */
  void accept(AuditEntry entry, Appendable out) throws IOException;

  /** Writes what stands behind the last entry. */
  void end(Appendable out) throws IOException;
}
