package dev.frostbyte.store.objects;

import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ObjectStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A temporary file that becomes an object by a rename. One thread. */
final class FileDraft implements ObjectStore.Draft {
  private final Shelves shelves;
  private final Shelves.Shelf shelf;
  private final String name;
  private final DraftStream out;
  private boolean ended;

  private FileDraft(Shelves shelves, Shelves.Shelf shelf, String name, DurableFile file) {
    this.shelves = shelves;
    this.shelf = shelf;
    this.name = name;
    this.out = new DraftStream(file);
  }

  static FileDraft in(Shelves shelves) throws IOException {
    Shelves.Shelf shelf = shelves.place();
    String name = Shelves.DRAFT_PREFIX + UUID.randomUUID();
    return new FileDraft(shelves, shelf, name, shelf.files().create(name));
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public ObjectRef keep() throws IOException {
    if (ended) {
      throw new IllegalStateException("this draft was kept or closed; begin another");
    }
    ObjectRef object = out.end();
    shelf.files().rename(name, ObjectName.of(object));
    ended = true;
    shelves.changed(shelf);
    return object;
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    out.abandon();
    shelf.files().delete(name);
  }

  /** Gathers, hashes and writes what it is given; closing it does nothing. */
  private static final class DraftStream extends OutputStream {
    private final DurableFile file;
    private final java.security.MessageDigest digest = ContentHash.digest();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private long length;

    DraftStream(DurableFile file) {
      this.file = file;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      digest.update(bytes, offset, count);
      int done = 0;
      while (done < count) {
        int part = Math.min(count - done, buffer.remaining());
        buffer.put(bytes, offset + done, part);
        done += part;
        if (!buffer.hasRemaining()) {
          drain();
        }
      }
    }

    private void drain() throws IOException {
      buffer.flip();
      int part = buffer.remaining();
      file.write(buffer, length);
      length += part;
      buffer.clear();
    }

    ObjectRef end() throws IOException {
      drain();
      file.force(true);
      file.close();
      return new ObjectRef(ContentHash.ofDigest(digest.digest()), length);
    }

    void abandon() throws IOException {
      file.close();
    }
  }
}
