package dev.frostbyte.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileAuditProviderTest {
  private final MemoryKeys keys = new MemoryKeys();
  private final Path home;

  FileAuditProviderTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void whatWasAppendedIsThereAfterOpeningAgain() throws IOException {
    List<AuditReceipt> receipts = new ArrayList<>();
    Checkpoint sealed;
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.open(files(), "tenants/a")) {
      for (int i = 0; i < 700; i++) {
        receipts.add(log.append(Events.event(i), new byte[i % 50]));
      }
      sealed = log.seal();
      assertThat(log.verify().intact()).isTrue();
    }
    try (FileAuditProvider provider = provider();
        AuditLog log = provider.open(files(), "tenants/a")) {
      List<AuditEntry> entries = new ArrayList<>();
      log.replay(0, entries::add);
      assertThat(entries).extracting(AuditEntry::receipt).isEqualTo(receipts);
      assertThat(entries.get(699).event()).isEqualTo(Events.event(699));
      assertThat(log.seal()).isEqualTo(sealed);
      assertThat(log.prove(receipts.get(300))).endsWith(sealed.note());
    }
  }

  private FileAuditProvider provider() throws IOException {
    return FileAuditProvider.open(
        DurableDirectory.at(home.resolve("keys")), keys, "example.com/frostbyte");
  }

  private DurableDirectory files() throws IOException {
    return DurableDirectory.at(home.resolve("log"));
  }
}
