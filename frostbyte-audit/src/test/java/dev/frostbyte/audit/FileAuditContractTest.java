package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.testkit.AuditLogContract;
import java.io.IOException;

final class FileAuditContractTest extends AuditLogContract {
  private final MemoryKeys keys = new MemoryKeys();

  @Override
  protected AuditProvider provider(DurableDirectory deployment) throws IOException {
    JournalShape sealedOnRequest = JournalShape.STANDARD.sealing(Sealing.ON_REQUEST);
    return FileAuditProvider.open(deployment, keys, "example.com/frostbyte", sealedOnRequest);
  }
}
