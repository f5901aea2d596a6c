package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.Problem;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.SecretBytes;
import dev.frostbyte.api.spi.DocumentSource;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.core.BatchFile;
import dev.frostbyte.core.intake.Arrival;
import dev.frostbyte.core.intake.FileReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file for its parser and, in the same pass, seals it into a draft of the object store with
 * a fresh key, which becomes the document's original key once the document is known by its hash.
 * One thread; closing lets go of the bytes and drops the draft unless it was kept.
 */
final class Receiver implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Receiver.class.getName());

  /** The raw bytes are bound to their document by its own key. */
  static final SealContext RAW = SealContext.of("raw");

  private final TenantParts parts;
  private final SecretBytes key = SecretBytes.random();
  private final FileReader reader;
  private ObjectStore.@Nullable Draft draft;
  private @Nullable Received received;

  Receiver(TenantParts parts) {
    this.parts = parts;
    this.reader = new FileReader(parts.limits().maxFileBytes());
  }

  Arrival receive(BatchFile file) throws IOException {
    ObjectStore.Draft begun = parts.objects().begin();
    draft = begun;
    Arrival arrival;
    try (OutputStream sealing = parts.keys().sealer(key).sealing(new Open(begun.out()), RAW)) {
      arrival = reader.read(file, sealing);
    }
    if (arrival instanceof Arrival.Whole whole) {
      received = new Received.Fresh(whole.source(), whole.hash(), key, begun);
    }
    return arrival;
  }

  /**
   * Seals the bytes of a file that lay in another.
   *
   * @param source there until this is closed
   */
  Arrival receive(DocumentSource source, ContentHash hash) throws IOException {
    if (source.size() == 0) {
      Problem empty = Problem.of(ProblemCode.FILE_EMPTY, "The attachment has no content.");
      return new Arrival.Refused(empty, hash, 0);
    }
    ObjectStore.Draft begun = parts.objects().begin();
    draft = begun;
    try (InputStream in = source.stream();
        OutputStream sealing = parts.keys().sealer(key).sealing(new Open(begun.out()), RAW)) {
      in.transferTo(sealing);
    }
    received = new Received.Fresh(source, hash, key, begun);
    return new Arrival.Whole(source, hash);
  }

  /** What was received whole. */
  Received received() {
    Received whole = received;
    if (whole == null) {
      throw new IllegalStateException("nothing was received whole");
    }
    return whole;
  }

  /** Never fails: the file has its outcome by now, and what is left is swept as any draft is. */
  @Override
  public void close() {
    try (ObjectStore.Draft begun = draft) {
      reader.close();
      key.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "A draft could not be removed: {0}", e.getClass().getName());
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
