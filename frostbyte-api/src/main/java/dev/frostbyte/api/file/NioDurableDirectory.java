package dev.frostbyte.api.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@link DurableDirectory} on the real file system; thread-safe, since it keeps no state but its
 * path.
 */
final class NioDurableDirectory implements DurableDirectory {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  /** What is kept concerns nobody else on the machine, sealed or not. */
  private static final FileAttribute<?>[] OWNER_ONLY =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
          }
          : new FileAttribute<?>[0];

  private final Path directory;

  private NioDurableDirectory(Path directory) {
    this.directory = directory;
  }

  static NioDurableDirectory at(Path directory) throws IOException {
    Path absolute = directory.toAbsolutePath().normalize();
    createDurably(absolute);
    return new NioDurableDirectory(absolute);
  }

  /**
   * Something is put into a directory only after its own name is durable. So an empty one may be
   * what a process left that was killed before it could make the name durable.
   */
  private static void createDurably(Path directory) throws IOException {
    boolean absent = !Files.isDirectory(directory);
    Path parent = directory.getParent();
    if (parent == null || !absent && !isEmpty(directory)) {
      return;
    }
    createDurably(parent);
    Files.createDirectories(directory, OWNER_ONLY);
    if (absent || Files.isReadable(parent)) {
      sync(parent);
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  @Override
  public List<String> list() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  @Override
  public boolean exists(String name) {
    return Files.exists(resolve(name));
  }

  @Override
  public DurableFile create(String name) throws IOException {
    return new NioDurableFile(FileChannel.open(resolve(name), CREATE_NEW, READ, WRITE));
  }

  @Override
  public DurableFile open(String name) throws IOException {
    return new NioDurableFile(FileChannel.open(resolve(name), READ, WRITE));
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(resolve(from), resolve(to), ATOMIC_MOVE, REPLACE_EXISTING);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(resolve(name));
  }

  @Override
  public void sync() throws IOException {
    sync(directory);
  }

  @Override
  public DurableDirectory directory(String name) throws IOException {
    return at(resolve(name));
  }

  @Override
  public Optional<Path> path() {
    return directory.getFileSystem() == FileSystems.getDefault()
        ? Optional.of(directory)
        : Optional.empty();
  }

  @Override
  public Optional<Closeable> claim() throws IOException {
    return ProcessLock.tryTake(directory.toRealPath().resolve("claim"));
  }

  private static void sync(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  private Path resolve(String name) {
    if (!NAME.matcher(name).matches() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException(
          "a file name must match " + NAME + " and be neither . nor ..");
    }
    return directory.resolve(name);
  }
}
