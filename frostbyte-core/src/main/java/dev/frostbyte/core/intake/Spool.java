package dev.frostbyte.core.intake;

import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.spi.DocumentSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bytes of one file until it is processed: up to a limit in memory, all of a larger one
 * in a file of the temp folder, sealed with a key that is nowhere but here. One thread; closing
 * deletes the file, and what a killed process leaves can be opened by nobody.
 */
final class Spool implements AutoCloseable {
  /** Bytes up to which a file is kept in memory. */
  static final int IN_MEMORY = 8 << 20;

  private static final Logger LOG = System.getLogger(Spool.class.getName());
  private static final SealContext SPOOL = SealContext.of("spool");

  private final SecretBytes key = SecretBytes.random();
  private final Sealer sealer = Sealer.aes256Gcm(key, "spool");
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private final int inMemory;
  private @Nullable Path file;
  private @Nullable OutputStream sealing;
  private long size;

  /** A spool of a file. */
  Spool() {
    this(IN_MEMORY);
  }

  /** A spool that keeps so many bytes in memory. */
  Spool(int inMemory) {
    this.inMemory = inMemory;
  }

  /** Bytes of it in memory. */
  int held() {
    return memory.size();
  }

  /** Keeps more bytes. */
  void write(byte[] buffer, int length) throws IOException {
    size += length;
    OutputStream open = sealing;
    if (open != null) {
      open.write(buffer, 0, length);
      return;
    }
    memory.write(buffer, 0, length);
    if (memory.size() > inMemory) {
      spill();
    }
  }

  /** All bytes so far; nothing can be written after it. */
  DocumentSource source() throws IOException {
    Path sealed = file;
    if (sealed == null) {
      return DocumentSource.of(memory.toByteArray());
    }
    end();
    return new ReopenedSource(size, () -> sealer.opening(Files.newInputStream(sealed), SPOOL));
  }

  /** Forgets everything. */
  void drop() {
    memory.reset();
    size = 0;
    Path sealed = file;
    try {
      end();
      if (sealed != null) {
        Files.deleteIfExists(sealed);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A sealed temp file is left: {0}", e.getClass().getName());
    }
    file = null;
  }

  /** The sealed file, empty while everything is in memory. */
  Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  @Override
  public void close() {
    drop();
    key.close();
  }

  private void spill() throws IOException {
    Path sealed = Files.createTempFile("frostbyte-spool-", ".sealed");
    file = sealed;
    OutputStream open = sealer.sealing(Files.newOutputStream(sealed), SPOOL);
    sealing = open;
    memory.writeTo(open);
    memory.reset();
  }

  /** Nothing more is written; a file on disk is open no longer. */
  void end() throws IOException {
    try (OutputStream open = sealing) {
      sealing = null;
    }
  }
}
