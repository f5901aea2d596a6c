package dev.frostbyte.store.objects;

import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.spi.ObjectRef;
import dev.frostbyte.api.spi.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Objects as files on {@link Shelves}. The bytes are sealed by the engine, so nothing is checked
 * here but the length. Thread-safe.
 */
final class FilesObjectStore implements ObjectStore {
  private final Shelves shelves;
  private volatile boolean closed;

  FilesObjectStore(Shelves shelves) {
    this.shelves = shelves;
  }

  @Override
  public Draft begin() throws IOException {
    requireOpen();
    return FileDraft.in(shelves);
  }

  @Override
  public void sync() throws IOException {
    requireOpen();
    shelves.sync();
  }

  @Override
  public InputStream open(ObjectRef object) throws IOException {
    requireOpen();
    Optional<Shelves.Shelf> shelf = shelves.find(object);
    if (shelf.isEmpty()) {
      throw new NoSuchFileException(ObjectName.of(object));
    }
    DurableFile file = shelf.get().files().open(ObjectName.of(object));
    try {
      requireLength(object, file.size());
      return new ObjectStream(file, object.length());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void requireLength(ObjectRef object, long size) throws SealBrokenException {
    if (size != object.length()) {
      throw new SealBrokenException(
          "object " + object.hash() + " has " + size + " bytes instead of " + object.length());
    }
  }

  @Override
  public boolean contains(ObjectRef object) throws IOException {
    requireOpen();
    return shelves.find(object).isPresent();
  }

  @Override
  public void delete(ObjectRef object) throws IOException {
    requireOpen();
    for (Shelves.Shelf shelf : shelves.newestFirst()) {
      String name = ObjectName.of(object);
      if (shelf.files().exists(name)) {
        shelf.files().delete(name);
        shelves.changed(shelf);
      }
    }
  }

  @Override
  public List<ObjectRef> list() throws IOException {
    requireOpen();
    List<ObjectRef> objects = new ArrayList<>();
    for (Shelves.Shelf shelf : shelves.newestFirst()) {
      shelf.files().list().forEach(name -> ObjectName.parse(name).ifPresent(objects::add));
    }
    return objects.stream()
        .distinct()
        .sorted(Comparator.comparing((ObjectRef object) -> object.hash().hex()))
        .toList();
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the object store is closed; open it again");
    }
  }
}
