package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import java.io.IOException;

/**
 * Keeps {@link BoundHeads} in the home, sealed with the deployment's key: whoever lacks it can put
 * back an older one, behind which more of the log is read, and nothing else. Damaged or missing, it
 * is made anew. Used under the deployment's lock.
 */
final class BoundHeadsFile {
  private static final String NAME = "bound-heads";
  private static final SealContext CONTEXT = SealContext.of(NAME);
  private static final int MOST_BYTES = 64 << 20;

  /** Entries that are read again rather than writing the file for them. */
  private static final int BEHIND = 1_000;

  private final DurableDirectory files;
  private final Registry registry;

  BoundHeadsFile(DurableDirectory files, Registry registry) {
    this.files = files;
    this.registry = registry;
  }

  /** What is known; of no entries when there is no file that opens. */
  BoundHeads read() throws IOException {
    if (!files.exists(NAME)) {
      return BoundHeads.none();
    }
    try {
      return BoundHeads.read(registry.open(files.read(NAME, MOST_BYTES), CONTEXT));
    } catch (SealBrokenException damaged) {
      return BoundHeads.none();
    }
  }

  /**
   * Reads on from what is known to the end of the log of logs.
   *
   * @throws FrostbyteException {@code INTEGRITY_BROKEN} when the log has fewer entries than were
   *     known
   */
  void catchUp(BoundHeads known, AuditLog log) throws IOException {
    long before = known.entries();
    if (before > log.size()) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The deployment's log has " + log.size() + " entries; " + before + " were there before.");
    }
    log.replay(before, known::take);
    if (known.entries() - before >= BEHIND) {
      byte[] sealed = registry.seal(known.bytes(), CONTEXT);
      if (sealed.length <= MOST_BYTES) {
        files.replace(NAME, sealed);
      }
    }
  }
}
