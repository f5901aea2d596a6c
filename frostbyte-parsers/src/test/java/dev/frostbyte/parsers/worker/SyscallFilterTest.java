package dev.frostbyte.parsers.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the filter of every architecture as the kernel would, on any machine. */
class SyscallFilterTest {
  private static final int PROCESS = 4_711;
  private static final Set<Integer> ALLOWED = Set.of(SyscallFilter.ALLOW);
  private static final Set<Integer> DENIED = Set.of(SyscallFilter.DENY);
  private static final int CLONE_OF_THREADS = 0x003d_0f00;
  private static final int CLONE_OF_FORKS = 0x0120_0011;

  @ParameterizedTest
  @EnumSource
  void killsCallsOfAnotherArchitecture(Machine machine) {
    for (Machine other : Machine.values()) {
      int answer = answer(machine, other.audit, 0, 0, 0);
      assertThat(answer).isEqualTo(other == machine ? SyscallFilter.ALLOW : SyscallFilter.KILL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void deniesEveryCallOfTheListAndNoOther(Machine machine) {
    Set<Integer> denied = new HashSet<>();
    Arrays.stream(Syscall.values())
        .map(call -> call.number(machine))
        .filter(number -> number != Syscall.NONE)
        .forEach(number -> assertThat(denied.add(number)).as("number %s twice", number).isTrue());
    Set<Integer> judged =
        Set.of(
            machine.clone,
            machine.clone3,
            machine.socketpair,
            machine.tgkill,
            machine.prlimit64,
            Machine.OPENAT2);
    IntStream.rangeClosed(0, Syscall.NEWEST)
        .filter(number -> !judged.contains(number))
        .forEach(
            number ->
                assertThat(answer(machine, machine.audit, number, 0, 0))
                    .as("number %s", number)
                    .isEqualTo(denied.contains(number) ? SyscallFilter.DENY : SyscallFilter.ALLOW));
  }

  @ParameterizedTest
  @EnumSource
  void knowsNoCallThatIsNewerThanTheList(Machine machine) {
    for (int number : new int[] {Syscall.NEWEST + 1, 0x4000_0029, Integer.MAX_VALUE, -1}) {
      assertThat(answer(machine, machine.audit, number, 0, 0)).isEqualTo(SyscallFilter.UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void letsThreadsStartAndNoProcesses(Machine machine) {
    assertThat(answer(machine, machine.audit, machine.clone, CLONE_OF_THREADS, 0))
        .isEqualTo(SyscallFilter.ALLOW);
    assertThat(answer(machine, machine.audit, machine.clone, CLONE_OF_FORKS, 0))
        .isEqualTo(SyscallFilter.DENY);
    assertThat(answer(machine, machine.audit, machine.clone3, 0, 0))
        .isEqualTo(SyscallFilter.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void letsSignalsReachTheProcessItselfOnly(Machine machine) {
    assertThat(answer(machine, machine.audit, machine.tgkill, PROCESS, 0))
        .isEqualTo(SyscallFilter.ALLOW);
    assertThat(answer(machine, machine.audit, machine.tgkill, 1, 0)).isEqualTo(SyscallFilter.DENY);
    assertThat(answer(machine, machine.audit, machine.prlimit64, 0, 0))
        .isEqualTo(SyscallFilter.ALLOW);
    assertThat(answer(machine, machine.audit, machine.prlimit64, 1, 0))
        .isEqualTo(SyscallFilter.DENY);
  }

  @ParameterizedTest
  @EnumSource
  void letsNobodyElseBeSignalledByWhatArrives(Machine machine) {
    for (int command : new int[] {8, 10, 15}) {
      assertThat(answer(machine, machine.audit, machine.fcntl, 3, command))
          .isEqualTo(SyscallFilter.DENY);
    }
    for (int command : new int[] {0, 1, 2, 3, 4, 5, 6, 1_030}) {
      assertThat(answer(machine, machine.audit, machine.fcntl, 3, command))
          .isEqualTo(SyscallFilter.ALLOW);
    }
    for (int command : new int[] {0x8901, 0x8902}) {
      assertThat(answer(machine, machine.audit, machine.ioctl, 3, command))
          .isEqualTo(SyscallFilter.DENY);
    }
  }

  @ParameterizedTest
  @EnumSource
  void typesNothingIntoTerminalsAndPairsNoSocketsOfNetworks(Machine machine) {
    assertThat(answer(machine, machine.audit, machine.ioctl, 0, 0x5412))
        .isEqualTo(SyscallFilter.DENY);
    assertThat(answer(machine, machine.audit, machine.ioctl, 0, 0x541c))
        .isEqualTo(SyscallFilter.DENY);
    assertThat(answer(machine, machine.audit, machine.ioctl, 0, 0x5401))
        .isEqualTo(SyscallFilter.ALLOW);
    assertThat(answer(machine, machine.audit, machine.socketpair, 1, 0))
        .isEqualTo(SyscallFilter.ALLOW);
    assertThat(answer(machine, machine.audit, machine.socketpair, 2, 0))
        .isEqualTo(SyscallFilter.DENY);
  }

  @ParameterizedTest
  @EnumSource
  void emptiesNoFileThatIsNotOpenedToWrite(Machine machine) {
    int close = 0x8_0000;
    for (int flags : new int[] {0, 1, 2, 0x201, 0x202, 0x241, 0x20_0000}) {
      assertThat(opened(machine, flags | close)).as("flags %x", flags).isEqualTo(ALLOWED);
    }
    for (int flags : new int[] {3, 0x200, 0x203, 0x240, 0x243, 0x20_0200}) {
      assertThat(opened(machine, flags | close)).as("flags %x", flags).isEqualTo(DENIED);
    }
    assertThat(answer(machine, machine.audit, Machine.OPENAT2, 0, 0))
        .isEqualTo(SyscallFilter.UNKNOWN);
  }

  /** By every call that opens a file. */
  private static Set<Integer> opened(Machine machine, int flags) {
    Set<Integer> answers = new HashSet<>();
    answers.add(answer(machine, machine.audit, machine.openat, -100, 0, flags));
    if (machine.open != Syscall.NONE) {
      answers.add(answer(machine, machine.audit, machine.open, 0, flags));
    }
    return answers;
  }

  @Test
  void deniesQueuesSemaphoresAndSharedMemoryAsAWhole() {
    for (int number : new int[] {29, 30, 31, 64, 65, 66, 67, 68, 69, 70, 71, 220}) {
      assertThat(answer(Machine.X86_64, Machine.X86_64.audit, number, 0, 0))
          .as("number %s", number)
          .isEqualTo(SyscallFilter.DENY);
    }
    IntStream.rangeClosed(186, 197)
        .forEach(
            number ->
                assertThat(answer(Machine.AARCH64, Machine.AARCH64.audit, number, 0, 0))
                    .as("number %s", number)
                    .isEqualTo(SyscallFilter.DENY));
  }

  /** Classic BPF, as far as the filter uses it; the upper halves of arguments are noise. */
  private static int answer(Machine machine, int architecture, int number, int... arguments) {
    ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    data.putInt(SyscallFilter.NUMBER, number).putInt(SyscallFilter.ARCHITECTURE, architecture);
    for (int argument = 0; argument < arguments.length; argument++) {
      int place = SyscallFilter.ARGUMENTS + 8 * argument;
      data.putInt(place, arguments[argument]).putInt(place + 4, 0x1234_5678);
    }
    ByteBuffer program =
        ByteBuffer.wrap(SyscallFilter.program(machine, PROCESS)).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    int register = 0;
    while (at < program.limit()) {
      int constant = program.getInt(at + 4);
      int jump = 0;
      switch (program.getShort(at)) {
        case SyscallFilter.LOAD -> register = data.getInt(constant);
        case SyscallFilter.AND -> register &= constant;
        case SyscallFilter.JUMP_EQUAL -> jump = jump(program, at, register == constant);
        case SyscallFilter.JUMP_AT_LEAST ->
            jump = jump(program, at, Integer.compareUnsigned(register, constant) >= 0);
        case SyscallFilter.RETURN -> {
          return constant;
        }
        default -> throw new AssertionError("an instruction the kernel would refuse");
      }
      at += SyscallFilter.INSTRUCTION * (1 + jump);
    }
    throw new AssertionError("the program has no end");
  }

  private static int jump(ByteBuffer program, int at, boolean condition) {
    return program.get(at + (condition ? 2 : 3)) & 0xff;
  }
}
