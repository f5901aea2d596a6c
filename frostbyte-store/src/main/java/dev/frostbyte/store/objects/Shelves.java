package dev.frostbyte.store.objects;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.spi.ObjectRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbered directories of a bounded number of files each. New files go to the newest, so that one
 * directory sync serves a whole batch; an object is looked for from the newest to the oldest.
 * Thread-safe.
 */
final class Shelves {
  static final String DRAFT_PREFIX = "draft-";

  private static final Pattern SHELF = Pattern.compile("shelf-[0-9]{9}");

  private final DurableDirectory root;
  private final int most;
  private final Object lock = new Object();
  private final List<Shelf> shelves = new ArrayList<>();
  private final Set<Shelf> unsynced = new HashSet<>();
  private boolean rootUnsynced;
  private int newestFiles;

  /** A directory and its name. */
  record Shelf(String name, DurableDirectory files) {}

  private Shelves(DurableDirectory root, int most) {
    this.root = root;
    this.most = most;
  }

  /** Opens what is there and removes drafts a crash left. */
  static Shelves open(DurableDirectory root, int most) throws IOException {
    Shelves shelves = new Shelves(root, most);
    for (String name : root.list()) {
      if (SHELF.matcher(name).matches()) {
        shelves.adopt(new Shelf(name, root.directory(name)));
      }
    }
    return shelves;
  }

  private void adopt(Shelf shelf) throws IOException {
    int kept = 0;
    for (String name : shelf.files().list()) {
      if (name.startsWith(DRAFT_PREFIX)) {
        shelf.files().delete(name);
      } else {
        kept++;
      }
    }
    shelves.add(shelf);
    newestFiles = kept;
  }

  /** A place for one more file. */
  Shelf place() throws IOException {
    synchronized (lock) {
      if (shelves.isEmpty() || newestFiles >= most) {
        add();
      }
      newestFiles++;
      return shelves.getLast();
    }
  }

  private void add() throws IOException {
    int next = shelves.isEmpty() ? 1 : number(shelves.getLast()) + 1;
    String digits = Integer.toString(1_000_000_000 + next).substring(1);
    String name = "shelf-" + digits;
    shelves.add(new Shelf(name, root.directory(name)));
    rootUnsynced = true;
    newestFiles = 0;
  }

  private static int number(Shelf shelf) {
    return Integer.parseInt(shelf.name().substring("shelf-".length()));
  }

  Optional<Shelf> find(ObjectRef object) throws IOException {
    String name = ObjectName.of(object);
    for (Shelf shelf : newestFirst()) {
      if (shelf.files().exists(name)) {
        return Optional.of(shelf);
      }
    }
    return Optional.empty();
  }

  List<Shelf> newestFirst() {
    synchronized (lock) {
      return shelves.reversed().stream().toList();
    }
  }

  /** Remembers that entries of this shelf changed. */
  void changed(Shelf shelf) {
    synchronized (lock) {
      unsynced.add(shelf);
    }
  }

  /** Makes every change so far durable; what fails stays to be done. */
  void sync() throws IOException {
    synchronized (lock) {
      if (rootUnsynced) {
        root.sync();
        rootUnsynced = false;
      }
      for (Shelf shelf : List.copyOf(unsynced)) {
        shelf.files().sync();
        unsynced.remove(shelf);
      }
    }
  }
}
