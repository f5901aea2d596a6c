package dev.frostbyte.examples.quickstart;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.tenant.Caller;
import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.Pipeline;
import dev.frostbyte.core.Query;
import dev.frostbyte.core.TenantSession;
import dev.frostbyte.embedded.EmbeddedPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps a copy of the home, and tries to get a document back from it with today's keys. One thread.
 */
final class Backup {
  private final Folders folders;
  private final Caller caller;

  Backup(Folders folders, Caller caller) {
    this.folders = folders;
    this.caller = caller;
  }

  void make() throws IOException {
    for (Path file : Folders.files(folders.home())) {
      Path copy = folders.backup().resolve(folders.home().relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
  }

  /** Whether a search in the copy finds the word; a copy whose seals do not open finds nothing. */
  boolean finds(TenantId tenant, String word) {
    try (Pipeline pipeline = EmbeddedPipeline.open(folders.backup(), folders.keyFile());
        TenantSession session = pipeline.open(tenant, caller)) {
      return session.search(Query.of(word)).passages().stream()
          .anyMatch(passage -> passage.text().value().contains(word));
    } catch (FrostbyteException e) {
      if (e.problem().code() == ProblemCode.INTEGRITY_BROKEN) {
        return false;
      }
      throw e;
    }
  }
}
