package dev.frostbyte.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.audit.Verification.Break;
import dev.frostbyte.core.TenantSession;
import java.util.LinkedHashSet;
import java.util.Set;

/** Prints what a log answers, page after page, and last what the pages prove. One thread. */
final class AuditAnswer {
  private final Frostbyte frostbyte;
  private final Set<Break> breaks = new LinkedHashSet<>();
  private long events;
  private boolean complete = true;
  private boolean verified = true;

  AuditAnswer(Frostbyte frostbyte) {
    this.frostbyte = frostbyte;
  }

  /** Prints at most so many events. */
  ExitCode list(TenantSession session, AuditQuery query, long most) {
    AuditPage page = print(session.audit(query));
    while (page.more() && events < most) {
      int limit = (int) Math.min(most - events, AuditQuery.MAX_LIMIT);
      page = print(session.audit(query.from(page.next()).limit(limit)));
    }
    frostbyte.answer(json(query, page), text(query, page));
    return breaks.isEmpty() ? ExitCode.DONE : ExitCode.BROKEN;
  }

  private AuditPage print(AuditPage page) {
    page.entries().forEach(entry -> frostbyte.answer(EventLine.json(entry), EventLine.text(entry)));
    events += page.entries().size();
    complete &= page.complete();
    verified &= page.verified();
    breaks.addAll(page.breaks());
    return page;
  }

  private ObjectNode json(AuditQuery query, AuditPage last) {
    ObjectNode answer = Json.object();
    ObjectNode page = answer.putObject("page");
    page.put("events", events)
        .put("from", query.from())
        .put("to", last.to())
        .put("more", last.more())
        .put("complete", complete)
        .put("verified", verified);
    page.putObject("checkpoint")
        .put("origin", last.checkpoint().origin())
        .put("size", last.checkpoint().size())
        .put("root", last.checkpoint().root().hex())
        .put("note", last.checkpoint().note());
    ArrayNode missing = page.putArray("breaks");
    breaks.forEach(b -> missing.add(Json.object().put("index", b.index()).put("what", b.what())));
    return answer;
  }

  private String text(AuditQuery query, AuditPage last) {
    StringBuilder out = new StringBuilder();
    out.append(events == 1 ? "1 event" : events + " events");
    out.append(" in entries ").append(query.from()).append(" to before ").append(last.to());
    out.append(complete ? ", complete" : ", picked: what was left out cannot be seen from this");
    out.append(verified ? ", verified" : "");
    out.append("; checkpoint of ").append(last.checkpoint().size()).append(" entries, root ");
    out.append(last.checkpoint().root().hex()).append('.');
    out.append(last.more() ? " More with --from " + last.next() + "." : "");
    breaks.forEach(
        b -> out.append("\nBROKEN: entry ").append(b.index()).append(": ").append(b.what()));
    return out.toString();
  }
}
