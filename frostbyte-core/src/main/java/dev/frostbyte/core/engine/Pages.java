package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads a page of a log. Stateless. */
final class Pages {
  private Pages() {}

  static void replay(AuditLog log, long from, int limit, Consumer<AuditEntry> taker)
      throws IOException {
    try {
      log.replay(
          from,
          entry -> {
            if (entry.receipt().index() >= from + limit) {
              throw new EndOfPage();
            }
            taker.accept(entry);
          });
    } catch (EndOfPage end) {
      return;
    }
  }

  /** Ends a replay early. */
  private static final class EndOfPage extends IOException {
    private static final long serialVersionUID = 1;
  }
}
