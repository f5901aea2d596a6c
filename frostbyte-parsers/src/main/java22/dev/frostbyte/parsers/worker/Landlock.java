package dev.frostbyte.parsers.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file-system domain for the calling thread and the threads it starts (Linux 5.13, {@code
 * linux/landlock.h}): everything not named is out of reach. One thread.
 */
final class Landlock {
  private static final int VERSION = 1;
  private static final int PATH_BENEATH = 1;
  private static final int AT_FDCWD = -100;
  private static final int O_CLOEXEC = 0x8_0000;
  private static final int O_PATH = 0x20_0000;

  /** Rights of version 1: execute, write, read a file, list a folder, remove, make. */
  private static final long FIRST_RIGHTS = (1 << 13) - 1;

  private static final long REFER = 1 << 13;
  private static final long TRUNCATE = 1 << 14;
  private static final long READ_FILE = 1 << 2;
  private static final long READ_FOLDER = 1 << 3;
  private static final long WRITE_FILE = 1 << 1;
  private static final long EXECUTE = 1;

  /** Of the system: libraries, what a JVM asks about its machine, randomness. */
  private static final List<String> SYSTEM =
      List.of(
          "/lib",
          "/lib64",
          "/usr/lib",
          "/usr/lib64",
          "/usr/local/lib",
          "/etc/ld.so.cache",
          "/proc/cpuinfo",
          "/proc/meminfo",
          "/proc/stat",
          "/sys/devices/system",
          "/sys/fs/cgroup",
          "/dev/random",
          "/dev/urandom",
          "/dev/null",
          "/dev/zero");

  private final Machine machine;
  private final Kernel kernel;
  private final Arena arena;

  Landlock(Machine machine, Kernel kernel, Arena arena) {
    this.machine = machine;
    this.kernel = kernel;
    this.arena = arena;
  }

  /**
   * Enters the domain; needs "no new privileges".
   *
   * @param readable paths that may be read besides those of the system
   * @return false when the kernel has no such domains; nothing has changed then
   */
  boolean enter(List<Path> readable) {
    long version = kernel.call(Machine.LANDLOCK_CREATE_RULESET, 0, 0, VERSION, 0, 0);
    if (version < 1) {
      return false;
    }
    long rights = FIRST_RIGHTS | (version >= 2 ? REFER : 0) | (version >= 3 ? TRUNCATE : 0);
    MemorySegment attributes = arena.allocate(8, 8);
    attributes.set(ValueLayout.JAVA_LONG, 0, rights);
    long domain = kernel.call(Machine.LANDLOCK_CREATE_RULESET, attributes.address(), 8, 0, 0, 0);
    if (domain < 0) {
      return false;
    }
    boolean complete = allow(domain, own(), rights & ~EXECUTE) && readAll(domain, readable);
    boolean entered =
        complete && kernel.call(Machine.LANDLOCK_RESTRICT_SELF, domain, 0, 0, 0, 0) == 0;
    kernel.call(machine.close, domain, 0, 0, 0, 0);
    return entered && !opens("/", O_CLOEXEC);
  }

  private boolean readAll(long domain, List<Path> readable) {
    List<Path> paths = new ArrayList<>(readable);
    SYSTEM.forEach(path -> paths.add(Path.of(path)));
    paths.add(Path.of("/proc/" + ProcessHandle.current().pid()));
    for (Path path : paths) {
      if (Files.exists(path) && !allow(domain, path, readRights(path))) {
        return false;
      }
    }
    return true;
  }

  private static long readRights(Path path) {
    if (path.startsWith("/dev")) {
      return READ_FILE | WRITE_FILE;
    }
    return Files.isDirectory(path) ? READ_FILE | READ_FOLDER : READ_FILE;
  }

  private static Path own() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private boolean allow(long domain, Path path, long rights) {
    long open = open(path.toString(), O_PATH | O_CLOEXEC);
    if (open < 0) {
      return false;
    }
    MemorySegment rule = arena.allocate(12, 8);
    rule.set(ValueLayout.JAVA_LONG, 0, rights);
    rule.set(ValueLayout.JAVA_INT, 8, (int) open);
    long added = kernel.call(Machine.LANDLOCK_ADD_RULE, domain, PATH_BENEATH, rule.address(), 0, 0);
    kernel.call(machine.close, open, 0, 0, 0, 0);
    return added == 0;
  }

  private long open(String path, int flags) {
    MemorySegment name = arena.allocateFrom(path);
    return kernel.call(machine.openat, AT_FDCWD, name.address(), flags, 0, 0);
  }

  /** Whether a path outside is still within reach. */
  private boolean opens(String path, int flags) {
    long open = open(path, flags);
    if (open >= 0) {
      kernel.call(machine.close, open, 0, 0, 0, 0);
    }
    return open >= 0;
  }
}
