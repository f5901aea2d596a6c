package dev.frostbyte.core.engine;

import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.FileReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file into memory and, in the same pass, seals it into a draft of the object store with a
 * fresh key, which becomes the document's original key once the document is known by its hash. One
 * thread; closing drops the draft unless it was kept.
 */
final class Receiver implements AutoCloseable {
  /** The raw bytes are bound to their document by its own key. */
  static final SealContext RAW = SealContext.of("raw");

  private final TenantParts parts;
  private final SecretBytes key = SecretBytes.random();
  private final ObjectStore.Draft draft;
  private @Nullable Received received;

  private Receiver(TenantParts parts) throws IOException {
    this.parts = parts;
    this.draft = parts.objects().begin();
  }

  static Receiver open(TenantParts parts) throws IOException {
    return new Receiver(parts);
  }

  Arrival receive(BatchFile file) throws IOException {
    Arrival arrival;
    try (OutputStream sealing = parts.keys().sealer(key).sealing(new Open(draft.out()), RAW)) {
      arrival = new FileReader(parts.limits().maxFileBytes()).read(file, sealing);
    }
    if (arrival instanceof Arrival.Whole whole) {
      received = new Received(whole.source(), whole.hash(), key, draft);
    }
    return arrival;
  }

  /** What was received whole. */
  Received received() {
    Received whole = received;
    if (whole == null) {
      throw new IllegalStateException("nothing was received whole");
    }
    return whole;
  }

  @Override
  public void close() throws IOException {
    try (draft) {
      key.close();
    }
  }

  /** Stays open when the sealing stream closes: the draft decides when it ends. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream sink) {
      super(sink);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
