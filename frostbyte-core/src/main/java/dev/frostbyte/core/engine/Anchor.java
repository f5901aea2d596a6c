package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.function.Consumer;

/**
 * The newest signed checkpoint of a tenant's log, or of the deployment's, kept outside the log's
 * folder: a log put back from an older copy does not go on from it. Written whenever the log is
 * sealed: when a run ends, when evidence is handed out, when the tenant is closed; a crash leaves
 * an older one, which the log goes on from as well. Thread-safe.
 */
final class Anchor {
  private static final int MAX_BYTES = 64 << 10;

  private final DurableDirectory files;
  private final String name;
  private final Consumer<Checkpoint> told;
  private long size = -1;

  /**
   * @param told hears of every newer checkpoint: the log of logs
   */
  Anchor(DurableDirectory files, String name, Consumer<Checkpoint> told) {
    this.files = files;
    this.name = name;
    this.told = told;
  }

  /** Remembers a checkpoint unless a newer one is known. */
  synchronized void keep(Checkpoint checkpoint) throws IOException {
    if (checkpoint.size() > size) {
      files.replace(name, checkpoint.note().getBytes(StandardCharsets.UTF_8));
      told.accept(checkpoint);
      size = checkpoint.size();
    }
  }

  /** Whether a checkpoint was ever kept. */
  boolean exists() throws IOException {
    return files.exists(name);
  }

  /** The signed note. */
  String note() throws IOException {
    try {
      return new String(files.read(name, MAX_BYTES), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw FrostbyteException.of(
          ProblemCode.INTEGRITY_BROKEN,
          "The checkpoint that was kept of the audit log is missing.");
    }
  }
}
