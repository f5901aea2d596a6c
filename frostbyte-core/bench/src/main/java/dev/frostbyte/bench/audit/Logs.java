package dev.frostbyte.bench.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.audit.FileAuditProvider;
import dev.frostbyte.core.keys.FileKeyProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Fresh logs of one deployment in a folder, and events whose record takes about 512 bytes. */
final class Logs implements AutoCloseable {
  static final byte[] NO_PAYLOAD = new byte[0];

  private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
  private static final Map<String, Object> DATA = Map.of("note", "x".repeat(190));

  private final Path folder;
  private final FileKeyProvider keys;
  private final FileAuditProvider provider;

  private Logs(Path folder, FileKeyProvider keys, FileAuditProvider provider) {
    this.folder = folder;
    this.keys = keys;
    this.provider = provider;
  }

  /** In this folder, which is made when absent; whoever opens it closes it. */
  static Logs in(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileKeyProvider keys = FileKeyProvider.open(folder.resolve("keys"));
    DurableDirectory signing = DurableDirectory.at(folder.resolve("signing"));
    return new Logs(folder, keys, FileAuditProvider.open(signing, keys, "bench.example/frostbyte"));
  }

  /** Opens a log, new when its name is. */
  AuditLog open(String name, Disk disk) throws IOException {
    return provider.open(disk.over(DurableDirectory.at(folder.resolve(name))), name);
  }

  /** Opens a log whole, as a tenant's is: everything is read. */
  AuditLog reopen(String name, Checkpoint kept) throws IOException {
    return provider.reopen(DurableDirectory.at(folder.resolve(name)), name, kept.note());
  }

  /** Opens a log at its end, as the log of logs is. */
  AuditLog resume(String name, Checkpoint kept) throws IOException {
    return provider.resume(DurableDirectory.at(folder.resolve(name)), name, kept.note());
  }

  String verifierKey() {
    return provider.verifierKey();
  }

  /** The event of a number. */
  static AuditEvent event(long number) {
    UUID id = new UUID(0x0190_0000_0000_7000L + (number << 16), 0x8000_0000_0000_0000L + number);
    return AuditEvent.of(
        id,
        EventType.DOCUMENT_PARSED,
        START.plusMillis(number),
        "actor-1",
        "document-" + number,
        DATA);
  }

  @Override
  public void close() {
    provider.close();
    keys.close();
  }
}
