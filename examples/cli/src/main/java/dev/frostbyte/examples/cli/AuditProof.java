package dev.frostbyte.examples.cli;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditPage;
import dev.frostbyte.api.audit.AuditQuery;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;

/** Writes the inclusion proof of one event. One thread. */
final class AuditProof {
  private final Frostbyte frostbyte;

  AuditProof(Frostbyte frostbyte) {
    this.frostbyte = frostbyte;
  }

  /** Writes a C2SP tlog-proof. */
  ExitCode write(TenantSession session, long index, Path out) throws IOException {
    AuditPage page = session.audit(AuditQuery.all().from(index).to(index + 1));
    if (page.entries().isEmpty()) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT,
          "There is no event "
              + index
              + " in the log; it has "
              + page.checkpoint().size()
              + ", from 0.");
    }
    AuditEntry entry = page.entries().getFirst();
    OutputFile.write(out, session.prove(entry.receipt()));
    frostbyte.answer(
        Json.object().put("out", out.toString()).put("leaf_hash", entry.receipt().leafHash().hex()),
        EventLine.text(entry) + "\nProof written to " + out + ".");
    return ExitCode.DONE;
  }
}
