package dev.frostbyte.parsers.worker;

/**
 * What a child may not ask of the kernel, with its numbers on x86-64 ({@code
 * arch/x86/entry/syscalls/syscall_64.tbl}) and on aarch64 ({@code
 * include/uapi/asm-generic/unistd.h}); {@link #NONE} where an architecture has no such call.
 *
 * <p>A list of what is denied, not of what is allowed: a JVM and its C library use other calls with
 * every version. What is newer than this list is denied as a whole, see {@link #NEWEST}.
 */
enum Syscall {
  // The network, and every other way to talk to another process.
  SOCKET(41, 198),
  CONNECT(42, 203),
  BIND(49, 200),
  LISTEN(50, 201),
  ACCEPT(43, 202),
  ACCEPT4(288, 242),
  SENDTO(44, 206),
  SENDMSG(46, 211),
  SENDMMSG(307, 269),
  SHMGET(29, 194),
  SHMCTL(31, 195),
  SHMAT(30, 196),
  SHMDT(67, 197),
  SEMGET(64, 190),
  SEMCTL(66, 191),
  SEMTIMEDOP(220, 192),
  SEMOP(65, 193),
  MSGGET(68, 186),
  MSGCTL(71, 187),
  MSGRCV(70, 188),
  MSGSND(69, 189),
  MQ_OPEN(240, 180),
  MKNOD(133, Syscall.NONE),
  MKNODAT(259, 33),

  // Rings take requests, sockets among them, past any filter.
  IO_URING_SETUP(425, 425),
  IO_URING_ENTER(426, 426),
  IO_URING_REGISTER(427, 427),

  // Programs and processes.
  EXECVE(59, 221),
  EXECVEAT(322, 281),
  FORK(57, Syscall.NONE),
  VFORK(58, Syscall.NONE),
  KILL(62, 129),
  TKILL(200, 130),
  RT_SIGQUEUEINFO(129, 138),
  RT_TGSIGQUEUEINFO(297, 240),
  PIDFD_SEND_SIGNAL(424, 424),
  PIDFD_OPEN(434, 434),
  PIDFD_GETFD(438, 438),
  PTRACE(101, 117),
  PROCESS_VM_READV(310, 270),
  PROCESS_VM_WRITEV(311, 271),
  PROCESS_MADVISE(440, 440),
  PROCESS_MRELEASE(448, 448),
  KCMP(312, 272),

  // Names, mounts, users.
  UNSHARE(272, 97),
  SETNS(308, 268),
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  PIVOT_ROOT(155, 41),
  CHROOT(161, 51),
  OPEN_TREE(428, 428),
  MOVE_MOUNT(429, 429),
  FSOPEN(430, 430),
  FSCONFIG(431, 431),
  FSMOUNT(432, 432),
  FSPICK(433, 433),
  MOUNT_SETATTR(442, 442),
  OPEN_BY_HANDLE_AT(304, 265),
  NAME_TO_HANDLE_AT(303, 264),
  SETUID(105, 146),
  SETGID(106, 144),
  SETREUID(113, 145),
  SETREGID(114, 143),
  SETRESUID(117, 147),
  SETRESGID(119, 149),
  SETGROUPS(116, 159),
  CAPSET(126, 91),

  // Files by their path, whose length, rights, owner or times change without being opened: Landlock
  // judges none of it, or only since Linux 6.2 (truncate; for O_TRUNC see SyscallFilter).
  TRUNCATE(76, 45),
  CHMOD(90, Syscall.NONE),
  FCHMOD(91, 52),
  FCHMODAT(268, 53),
  FCHMODAT2(452, 452),
  CHOWN(92, Syscall.NONE),
  FCHOWN(93, 55),
  LCHOWN(94, Syscall.NONE),
  FCHOWNAT(260, 54),
  UTIME(132, Syscall.NONE),
  UTIMES(235, Syscall.NONE),
  FUTIMESAT(261, Syscall.NONE),
  UTIMENSAT(280, 88),
  SETXATTR(188, 5),
  LSETXATTR(189, 6),
  FSETXATTR(190, 7),
  REMOVEXATTR(197, 14),
  LREMOVEXATTR(198, 15),
  FREMOVEXATTR(199, 16),

  // The kernel itself: large or privileged doors that no parser needs.
  BPF(321, 280),
  PERF_EVENT_OPEN(298, 241),
  USERFAULTFD(323, 282),
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  FANOTIFY_INIT(300, 262),
  MEMFD_SECRET(447, 447),
  PERSONALITY(135, 92),
  SYSLOG(103, 116),
  ACCT(163, 89),
  QUOTACTL(179, 60),
  QUOTACTL_FD(443, 443),
  SWAPON(167, 224),
  SWAPOFF(168, 225),
  REBOOT(169, 142),
  SETHOSTNAME(170, 161),
  SETDOMAINNAME(171, 162),
  INIT_MODULE(175, 105),
  FINIT_MODULE(313, 273),
  DELETE_MODULE(176, 106),
  KEXEC_LOAD(246, 104),
  KEXEC_FILE_LOAD(320, 294),
  SETTIMEOFDAY(164, 170),
  CLOCK_SETTIME(227, 112),
  CLOCK_ADJTIME(305, 266),
  ADJTIMEX(159, 171),
  MODIFY_LDT(154, Syscall.NONE),
  IOPL(172, Syscall.NONE),
  IOPERM(173, Syscall.NONE),
  VHANGUP(153, 58);

  /** An architecture has no such call. */
  static final int NONE = -1;

  /**
   * Last number that was known when this list was made, the same everywhere ({@code mseal}, Linux
   * 6.10).
   */
  static final int NEWEST = 462;

  private final int x86;
  private final int arm;

  Syscall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  /** Its number there, or {@link #NONE}. */
  int number(Machine machine) {
    return switch (machine) {
      case X86_64 -> x86;
      case AARCH64 -> arm;
    };
  }
}
