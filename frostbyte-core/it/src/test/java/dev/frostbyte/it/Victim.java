package dev.frostbyte.it;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.core.Batch;
import dev.frostbyte.core.IngestRun;
import dev.frostbyte.core.ProgressListener;
import dev.frostbyte.core.TenantSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A process to be killed: ingests a folder and says each document it was acknowledged. */
final class Victim {
  private Victim() {}

  public static void main(String[] arguments) throws IOException {
    try (House house = House.open(Path.of(arguments[0]));
        TenantSession session = house.session(House.A);
        IngestRun run =
            session.ingest(Batch.ofFolder(Path.of(arguments[1])), ProgressListener.NONE)) {
      Optional<DocumentOutcome> next = run.next();
      while (next.isPresent()) {
        System.out.println(next.get().document().value());
        System.out.flush();
        next = run.next();
      }
    }
  }
}
