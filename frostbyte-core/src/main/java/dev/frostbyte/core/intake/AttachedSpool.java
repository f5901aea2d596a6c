package dev.frostbyte.core.intake;

import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.core.document.AttachedSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the files that lie in one document until they are taken: 8 MiB of all of them in memory,
 * the rest sealed in the temp folder. One thread; closing lets go of all.
 */
public final class AttachedSpool implements AttachedSink {
  private final List<Spool> files = new ArrayList<>();
  private @Nullable Spool open;
  private int held;

  @Override
  public void write(byte[] bytes) throws IOException {
    Spool file = open == null ? new Spool(Math.max(0, Spool.IN_MEMORY - held)) : open;
    open = file;
    file.write(bytes, bytes.length);
  }

  @Override
  public void end() throws IOException {
    Spool file = open == null ? new Spool(0) : open;
    open = null;
    held += file.held();
    files.add(file);
    file.end();
  }

  @Override
  public void drop() {
    Spool file = open;
    open = null;
    if (file != null) {
      file.close();
    }
  }

  /** The bytes of a file, from 0 in order; there until this is closed. */
  public DocumentSource source(int file) throws IOException {
    return files.get(file).source();
  }

  @Override
  public void close() {
    drop();
    files.forEach(Spool::close);
    files.clear();
  }
}
