package dev.frostbyte.parsers.worker;

import java.util.Optional;

/**
 * An architecture that children know how to lock themselves on: its name in the kernel's audit
 * ({@code linux/audit.h}) and the calls that are used or allowed with conditions.
 *
 * @see Syscall for where the numbers are from
 */
enum Machine {
  /** AMD and Intel. */
  X86_64(0xc000_003e, 157, 317, 56, 435, 53, 16, 72, 234, 302, 2, 257, 3),
  /** Arm, 64 bits. */
  AARCH64(0xc000_00b7, 167, 277, 220, 435, 199, 29, 25, 131, 261, Syscall.NONE, 56, 57);

  /** The same on every architecture. */
  static final int OPENAT2 = 437;

  /** The same on every architecture. */
  static final int LANDLOCK_CREATE_RULESET = 444;

  /** The same on every architecture. */
  static final int LANDLOCK_ADD_RULE = 445;

  /** The same on every architecture. */
  static final int LANDLOCK_RESTRICT_SELF = 446;

  final int audit;
  final int prctl;
  final int seccomp;
  final int clone;
  final int clone3;
  final int socketpair;
  final int ioctl;
  final int fcntl;
  final int tgkill;
  final int prlimit64;

  /** {@link Syscall#NONE} where there is {@code openat} alone. */
  final int open;

  final int openat;
  final int close;

  Machine(
      int audit,
      int prctl,
      int seccomp,
      int clone,
      int clone3,
      int socketpair,
      int ioctl,
      int fcntl,
      int tgkill,
      int prlimit64,
      int open,
      int openat,
      int close) {
    this.audit = audit;
    this.prctl = prctl;
    this.seccomp = seccomp;
    this.clone = clone;
    this.clone3 = clone3;
    this.socketpair = socketpair;
    this.ioctl = ioctl;
    this.fcntl = fcntl;
    this.tgkill = tgkill;
    this.prlimit64 = prlimit64;
    this.open = open;
    this.openat = openat;
    this.close = close;
  }

  /** This machine; empty unless it is one of these under Linux. */
  static Optional<Machine> here() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /** The machine of these names, as system properties spell them. */
  static Optional<Machine> of(String system, String architecture) {
    if (!system.equals("Linux")) {
      return Optional.empty();
    }
    return switch (architecture) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
