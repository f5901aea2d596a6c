package dev.frostbyte.testkit;

import dev.frostbyte.api.file.DurableDirectory;
import dev.frostbyte.api.file.DurableFile;
import dev.frostbyte.testkit.CrashFileSystem.Fate;
import dev.frostbyte.testkit.CrashFileSystem.Operation;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A directory of {@link CrashFileSystem}. Thread-safe by the lock of the file system. */
final class CrashFolder implements DurableDirectory, CrashNode {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  private final CrashFileSystem system;
  private final TreeMap<String, CrashNode> current = new TreeMap<>();
  private final TreeMap<String, CrashNode> durable = new TreeMap<>();
  private final List<Edit> pending = new ArrayList<>();
  private final List<Edit> doubtful = new ArrayList<>();

  CrashFolder(CrashFileSystem system) {
    this.system = system;
  }

  @Override
  public List<String> list() throws IOException {
    synchronized (system) {
      system.enter(Operation.LOOK);
      return List.copyOf(current.keySet());
    }
  }

  @Override
  public boolean exists(String name) throws IOException {
    synchronized (system) {
      system.enter(Operation.LOOK);
      return current.containsKey(checked(name));
    }
  }

  @Override
  public DurableFile create(String name) throws IOException {
    synchronized (system) {
      if (current.containsKey(checked(name))) {
        throw new FileAlreadyExistsException(name);
      }
      CrashFile file = new CrashFile();
      change(Operation.CREATE, new Edit(system.now(), null, name, file));
      return new CrashHandle(system, file);
    }
  }

  @Override
  public DurableFile open(String name) throws IOException {
    synchronized (system) {
      system.enter(Operation.OPEN);
      return switch (current.get(checked(name))) {
        case null -> throw new NoSuchFileException(name);
        case CrashFile file -> new CrashHandle(system, file);
        case CrashFolder folder -> throw new IOException(name + " is a directory");
      };
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    synchronized (system) {
      CrashNode node = current.get(checked(from));
      if (node == null) {
        throw new NoSuchFileException(from);
      }
      if (current.get(checked(to)) instanceof CrashFolder) {
        throw new FileAlreadyExistsException(to);
      }
      change(Operation.RENAME, new Edit(system.now(), from, to, node));
    }
  }

  @Override
  public void delete(String name) throws IOException {
    synchronized (system) {
      CrashNode node = current.get(checked(name));
      if (node instanceof CrashFolder folder && !folder.current.isEmpty()) {
        throw new DirectoryNotEmptyException(name);
      }
      if (node != null) {
        change(Operation.DELETE, new Edit(system.now(), name, name, null));
      }
    }
  }

  @Override
  public void sync() throws IOException {
    synchronized (system) {
      Fate fate = system.enter(Operation.SYNC);
      switch (fate) {
        case DONE -> {
          pending.forEach(edit -> edit.apply(durable));
          pending.clear();
        }
        case FAILED -> {
          doubtful.addAll(pending);
          pending.clear();
        }
        case IGNORED, CUT -> {}
      }
      fate.report(Operation.SYNC);
    }
  }

  @Override
  public DurableDirectory directory(String name) throws IOException {
    synchronized (system) {
      return switch (current.get(checked(name))) {
        case null -> createFolder(name);
        case CrashFolder folder -> folder;
        case CrashFile file -> throw new FileAlreadyExistsException(name);
      };
    }
  }

  private CrashFolder createFolder(String name) throws IOException {
    CrashFolder folder = new CrashFolder(system);
    Edit edit = new Edit(system.now(), null, name, folder);
    change(Operation.DIRECTORY, edit);
    pending.remove(edit);
    edit.apply(durable);
    return folder;
  }

  private void change(Operation operation, Edit edit) throws IOException {
    Fate fate = system.enter(operation);
    if (fate != Fate.FAILED) {
      edit.apply(current);
      pending.add(edit);
    }
    fate.report(operation);
  }

  @Override
  public CrashFolder after(Crash crash, CrashFileSystem other) {
    LongPredicate fate = crash.fate();
    TreeMap<String, CrashNode> left = new TreeMap<>(durable);
    List<Edit> edits = new ArrayList<>(doubtful);
    edits.addAll(pending);
    for (Edit edit : edits) {
      if (fate.test(edit.number)) {
        edit.apply(left);
      }
    }
    CrashFolder found = new CrashFolder(other);
    Map<CrashNode, CrashNode> copies = new IdentityHashMap<>();
    left.forEach(
        (name, node) ->
            found.durable.put(
                name, copies.computeIfAbsent(node, original -> original.after(crash, other))));
    found.current.putAll(found.durable);
    return found;
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException(
          "a file name must match " + NAME + " and be neither . nor ..");
    }
    return name;
  }

  /**
   * One name taken away, one given.
   *
   * @param node null when the name is only taken away
   */
  private record Edit(long number, @Nullable String from, String to, @Nullable CrashNode node) {
    void apply(Map<String, CrashNode> names) {
      if (from != null) {
        names.remove(from);
      }
      if (node != null) {
        names.put(to, node);
      }
    }
  }
}
