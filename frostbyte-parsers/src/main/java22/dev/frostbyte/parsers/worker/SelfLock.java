package dev.frostbyte.parsers.worker;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes rights away from this process for ever: limits of memory and files, no new privileges, a
 * filter over the system calls of all threads, and a file-system domain for the calling thread and
 * those it starts. Every step is checked by trying what it forbids. Stateless.
 */
final class SelfLock {
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
  private static final int RLIMIT_FSIZE = 1;
  private static final int RLIMIT_CORE = 4;
  private static final int RLIMIT_NOFILE = 7;
  private static final int RLIMIT_AS = 9;
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;

  /** Largest file a child may write into its own folder, 4 GiB. */
  private static final long MOST_FILE_BYTES = 1L << 32;

  private static final long MOST_FILES = 4_096;

  private final Machine machine;
  private final Kernel kernel;
  private final Arena arena;

  private SelfLock(Machine machine, Kernel kernel, Arena arena) {
    this.machine = machine;
    this.kernel = kernel;
    this.arena = arena;
  }

  /**
   * Locks this process and the calling thread.
   *
   * @param readable paths that must stay readable besides those of the system
   * @param memory most bytes of address space
   * @return what holds from now on
   */
  static Lock take(List<Path> readable, long memory) {
    Optional<Machine> here = Machine.here();
    if (here.isEmpty()) {
      return Lock.NONE;
    }
    try (Arena arena = Arena.ofConfined()) {
      return new SelfLock(here.get(), Kernel.open(), arena).lock(readable, memory);
    } catch (RuntimeException | LinkageError e) {
      return Lock.NONE;
    }
  }

  private Lock lock(List<Path> readable, long memory) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, MOST_FILE_BYTES);
    limit(RLIMIT_NOFILE, MOST_FILES);
    limit(RLIMIT_AS, memory);
    if (kernel.call(machine.prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
      return Lock.NONE;
    }
    boolean files = new Landlock(machine, kernel, arena).enter(readable);
    if (!filter()) {
      return Lock.NONE;
    }
    return files ? Lock.SECCOMP_LANDLOCK : Lock.SECCOMP;
  }

  /** Both the limit and its ceiling; a limit that is lower already stays. */
  private void limit(int resource, long most) {
    MemorySegment limit = arena.allocate(16, 8);
    kernel.call(machine.prlimit64, 0, resource, 0, limit.address(), 0);
    limit.set(ValueLayout.JAVA_LONG, 0, least(limit.get(ValueLayout.JAVA_LONG, 0), most));
    limit.set(ValueLayout.JAVA_LONG, 8, least(limit.get(ValueLayout.JAVA_LONG, 8), most));
    kernel.call(machine.prlimit64, 0, resource, limit.address(), 0, 0);
  }

  private static long least(long now, long most) {
    return Long.compareUnsigned(now, most) < 0 ? now : most;
  }

  private boolean filter() {
    int process = Math.toIntExact(ProcessHandle.current().pid());
    byte[] program = SyscallFilter.program(machine, process);
    MemorySegment instructions = arena.allocate(program.length, 8);
    MemorySegment.copy(program, 0, instructions, ValueLayout.JAVA_BYTE, 0, program.length);
    MemorySegment header = arena.allocate(16, 8);
    header.set(ValueLayout.JAVA_SHORT, 0, (short) (program.length / SyscallFilter.INSTRUCTION));
    header.set(ValueLayout.JAVA_LONG, 8, instructions.address());
    long set =
        kernel.call(
            machine.seccomp,
            SECCOMP_SET_MODE_FILTER,
            SECCOMP_FILTER_FLAG_TSYNC,
            header.address(),
            0,
            0);
    return set == 0 && socketsAreRefused();
  }

  private boolean socketsAreRefused() {
    int socket = Syscall.SOCKET.number(machine);
    return kernel.call(socket, AF_UNIX, SOCK_STREAM, 0, 0, 0) < 0;
  }
}
