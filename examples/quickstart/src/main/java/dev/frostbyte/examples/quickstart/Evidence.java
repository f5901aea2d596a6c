package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.audit.FrostbyteVerify;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Verifies an audit log, from inside and as somebody who has nothing but an export and a public
 * key. One thread.
 */
final class Evidence {
  private final Folders folders;
  private final Narration narration;

  Evidence(Folders folders, Narration narration) {
    this.folders = folders;
    this.narration = narration;
  }

  void check(TenantSession session) {
    session.sealAudit();
    Verification verification = session.verifyAudit();
    narration.promise(
        verification.intact(),
        session.tenant()
            + ": "
            + verification.entries()
            + " entries verify, "
            + verification.sealed()
            + " under a signed root");
    Path export = folders.target().resolve("audit-" + session.tenant());
    session.exportAudit(export);
    String key = EmbeddedPipeline.verifierKey(folders.home(), folders.keyFile());
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    String[] arguments = {export.toString(), "--key", key};
    narration.promise(
        FrostbyteVerify.run(arguments, silent, silent) == 0,
        session.tenant() + ": the export verifies with nothing but the public key");
  }
}
