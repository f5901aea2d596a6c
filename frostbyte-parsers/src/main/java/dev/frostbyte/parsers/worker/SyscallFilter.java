package dev.frostbyte.parsers.worker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The program by which the kernel judges every system call of a locked child: classic BPF over
 * {@code struct seccomp_data} ({@code linux/seccomp.h}, {@code linux/filter.h}). Another
 * architecture than the one it was made for kills the process, since its numbers mean other calls.
 * Stateless.
 */
final class SyscallFilter {
  /** End of the process. */
  static final int KILL = 0x8000_0000;

  /** Goes on to the kernel. */
  static final int ALLOW = 0x7fff_0000;

  /** Fails with "operation not permitted". */
  static final int DENY = 0x0005_0001;

  /** Fails with "no such function", at which C libraries fall back to older calls. */
  static final int UNKNOWN = 0x0005_0026;

  /** Bytes of one instruction: code (2), two jumps (1, 1), constant (4). */
  static final int INSTRUCTION = 8;

  static final int LOAD = 0x20;
  static final int JUMP_EQUAL = 0x15;
  static final int JUMP_AT_LEAST = 0x35;
  static final int AND = 0x54;
  static final int RETURN = 0x06;

  /** Places in the data: number, architecture, and the first of six arguments of 8 bytes. */
  static final int NUMBER = 0;

  static final int ARCHITECTURE = 4;
  static final int ARGUMENTS = 16;

  private static final int CLONE_THREAD = 0x0001_0000;
  private static final int AF_UNIX = 1;

  /** Requests that put words into the user's terminal as if typed ({@code asm/ioctls.h}). */
  private static final int TIOCSTI = 0x5412;

  private static final int TIOCLINUX = 0x541c;

  /**
   * Who gets a signal when something arrives on a pipe or a socket, and which: of another process
   * of this user it would be the end ({@code asm-generic/fcntl.h}, {@code asm-generic/sockios.h}).
   */
  private static final int[] SIGNALS_BY_FCNTL = {8, 10, 15};

  private static final int[] SIGNALS_BY_IOCTL = {0x8901, 0x8902};

  private static final int O_ACCMODE = 3;
  private static final int O_TRUNC = 0x200;

  private static final int MOST_BYTES = 4_096;

  private final Machine machine;
  private final ByteBuffer program = ByteBuffer.allocate(MOST_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private SyscallFilter(Machine machine) {
    this.machine = machine;
  }

  /**
   * The program in the byte order of both machines.
   *
   * @param process id of the process it is for, the only one that may be sent a signal
   */
  static byte[] program(Machine machine, int process) {
    SyscallFilter filter = new SyscallFilter(machine);
    filter.write(process);
    byte[] bytes = new byte[filter.program.position()];
    filter.program.flip().get(bytes);
    return bytes;
  }

  private void write(int process) {
    put(LOAD, 0, 0, ARCHITECTURE);
    put(JUMP_EQUAL, 1, 0, machine.audit);
    put(RETURN, 0, 0, KILL);
    put(LOAD, 0, 0, NUMBER);
    put(JUMP_AT_LEAST, 0, 1, Syscall.NEWEST + 1);
    put(RETURN, 0, 0, UNKNOWN);
    for (Syscall call : Syscall.values()) {
      denied(call.number(machine));
    }
    answered(machine.clone3, UNKNOWN);
    answered(Machine.OPENAT2, UNKNOWN);
    judged(process);
    put(RETURN, 0, 0, ALLOW);
  }

  /** Calls that depend on what they are asked for. */
  private void judged(int process) {
    openedToWrite(machine.open, 1);
    openedToWrite(machine.openat, 2);
    allowedIf(machine.clone, 0, CLONE_THREAD, CLONE_THREAD);
    allowedIf(machine.socketpair, 0, -1, AF_UNIX);
    allowedIf(machine.tgkill, 0, -1, process);
    allowedIf(machine.prlimit64, 0, -1, 0);
    deniedIf(machine.ioctl, 1, TIOCSTI);
    deniedIf(machine.ioctl, 1, TIOCLINUX);
    for (int command : SIGNALS_BY_IOCTL) {
      deniedIf(machine.ioctl, 1, command);
    }
    for (int command : SIGNALS_BY_FCNTL) {
      deniedIf(machine.fcntl, 1, command);
    }
  }

  private void denied(int number) {
    if (number != Syscall.NONE) {
      answered(number, DENY);
    }
  }

  private void answered(int number, int answer) {
    put(JUMP_EQUAL, 0, 1, number);
    put(RETURN, 0, 0, answer);
  }

  /** The lower half of an argument decides: each of these is an {@code int} to the kernel. */
  private void allowedIf(int number, int argument, int mask, int value) {
    put(JUMP_EQUAL, 0, 5, number);
    put(LOAD, 0, 0, ARGUMENTS + 8 * argument);
    put(AND, 0, 0, mask);
    put(JUMP_EQUAL, 0, 1, value);
    put(RETURN, 0, 0, ALLOW);
    put(RETURN, 0, 0, DENY);
  }

  private void deniedIf(int number, int argument, int value) {
    put(JUMP_EQUAL, 0, 4, number);
    put(LOAD, 0, 0, ARGUMENTS + 8 * argument);
    put(JUMP_EQUAL, 0, 1, value);
    put(RETURN, 0, 0, DENY);
    put(LOAD, 0, 0, NUMBER);
  }

  /**
   * A file is emptied by whoever opens it to write. Before Linux 6.2 Landlock does not judge {@code
   * O_TRUNC}, only reading and writing; the kernel empties a file also for those who ask for
   * neither, or for the access mode 3, which is no mode ({@code asm-generic/fcntl.h}).
   *
   * @param argument the flags
   */
  private void openedToWrite(int number, int argument) {
    if (number == Syscall.NONE) {
      return;
    }
    put(JUMP_EQUAL, 0, 7, number);
    put(LOAD, 0, 0, ARGUMENTS + 8 * argument);
    put(AND, 0, 0, O_ACCMODE | O_TRUNC);
    put(JUMP_EQUAL, 2, 0, O_TRUNC);
    put(JUMP_EQUAL, 1, 0, O_ACCMODE);
    put(JUMP_EQUAL, 0, 1, O_ACCMODE | O_TRUNC);
    put(RETURN, 0, 0, DENY);
    put(LOAD, 0, 0, NUMBER);
  }

  private void put(int code, int ifTrue, int ifFalse, int constant) {
    program.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(constant);
  }
}
