package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A deployment with one log in a folder of the real disk, for this process or another.
 *
 * @param folder holds the key and the log
 * @param shape small segments, so that there are many
 */
record ChildLog(Path folder, JournalShape shape) {
  /** Segments of 4 and 8 KiB: a few entries fill one. */
  static final JournalShape SMALL = new JournalShape(4 << 10, 8 << 10, CRC32C::new);

  /** Segments of 16 and 64 KiB: a few hundred entries fill one. */
  static final JournalShape MIDDLE = new JournalShape(16 << 10, 64 << 10, CRC32C::new);

  Path files() {
    return folder.resolve("log");
  }

  AuditLog open(Flaw flaw) throws IOException {
    return open(flaw, new DaemonThreads());
  }

  AuditLog open(Flaw flaw, LogThreads threads) throws IOException {
    DurableDirectory files = flaw.on(DurableDirectory.at(files()));
    DurableDirectory key = DurableDirectory.at(folder.resolve("key"));
    return FileAuditProvider.open(
            key,
            new KnownKeys(),
            "example.com/frostbyte",
            FileAuditProvider.Options.DEFAULT,
            shape,
            threads)
        .open(files, "tenants/a");
  }

  /** Opens the log and says what it does not keep; empty when it keeps everything. */
  List<String> broken(Promises promises) throws IOException {
    try (AuditLog log = open(Flaw.NONE)) {
      List<byte[]> leaves = new ArrayList<>();
      log.replay(0, entry -> leaves.add(entry.receipt().leafHash().bytes()));
      List<String> broken = promises.broken(leaves, log.verify().sealed());
      log.verify().breaks().forEach(found -> broken.add(found.what()));
      return broken;
    } catch (FrostbyteException refused) {
      return List.of("refused: " + refused.problem().code());
    }
  }
}
