package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.testkit.CrashFileSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Logs of one deployment on a crash file system; segments are small, so that there are many. */
final class TestLog {
  static final String DEPLOYMENT = "example.com/frostbyte";
  static final String NAME = "tenants/a";
  static final JournalShape SMALL = new JournalShape(4 << 10, 8 << 10, CRC32C::new);

  private static final MemoryKeys KEYS = new MemoryKeys();
  private static final CrashFileSystem KEY_DISK = new CrashFileSystem();

  private TestLog() {}

  /** A checksum that always fits. */
  static Checksum none() {
    return new Adler32() {
      @Override
      public long getValue() {
        return 0;
      }
    };
  }

  static FileAuditProvider provider(JournalShape shape) throws IOException {
    return FileAuditProvider.open(KEY_DISK.root(), KEYS, DEPLOYMENT, shape);
  }

  static FileAuditProvider provider(JournalShape shape, LogThreads threads) throws IOException {
    return FileAuditProvider.open(
        KEY_DISK.root(), KEYS, DEPLOYMENT, FileAuditProvider.Options.DEFAULT, shape, threads);
  }

  /** The deployment's signing key; the caller closes it. */
  static SigningKey key() throws IOException {
    return new KeyFile(KEY_DISK.root(), KEYS, DEPLOYMENT).open(false).current().log();
  }

  /** Opens the log that lies at the root, with a provider of its own. */
  static AuditLog open(DurableDirectory files, JournalShape shape) throws IOException {
    return provider(shape).open(files, NAME);
  }

  static AuditLog open(CrashFileSystem disk) throws IOException {
    return open(disk.root(), SMALL);
  }

  static List<AuditEntry> entries(AuditLog log) throws IOException {
    List<AuditEntry> entries = new ArrayList<>();
    log.replay(0, entries::add);
    return entries;
  }
}
