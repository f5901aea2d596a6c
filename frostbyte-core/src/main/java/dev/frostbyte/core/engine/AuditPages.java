package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import java.io.IOException;

/** Reads the answer to a query page by page. Stateless. */
final class AuditPages {
  private AuditPages() {}

  /** Hands out every entry that is meant, in order; holds one page. */
  static void each(AuditLog log, AuditQuery query, AuditLog.Visitor visitor) throws IOException {
    AuditQuery asked = query.limit(AuditQuery.MAX_LIMIT);
    AuditPage page = take(log.query(asked), visitor);
    while (page.more()) {
      page = take(log.query(asked.from(page.next())), visitor);
    }
  }

  private static AuditPage take(AuditPage page, AuditLog.Visitor visitor) throws IOException {
    for (var entry : page.entries()) {
      visitor.accept(entry);
    }
    return page;
  }
}
