package dev.frostbyte.parsers.worker;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * System calls by number, through {@code syscall(2)} of the C library: one shape of call, since
 * each shape costs time at the start of a process. Thread-safe.
 */
final class Kernel {
  private final MethodHandle syscall;

  private Kernel(MethodHandle syscall) {
    this.syscall = syscall;
  }

  /** Throws an unchecked exception where native code cannot be called. */
  static Kernel open() {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfLong number = ValueLayout.JAVA_LONG;
    return new Kernel(
        linker.downcallHandle(
            linker.defaultLookup().find("syscall").orElseThrow(),
            FunctionDescriptor.of(number, number, number, number, number, number, number),
            Linker.Option.firstVariadicArg(1)));
  }

  /** What the call answers; negative when it failed. */
  long call(long number, long a, long b, long c, long d, long e) {
    try {
      return (long) syscall.invokeExact(number, a, b, c, d, e);
    } catch (Throwable failure) {
      throw new IllegalStateException("a system call could not be made", failure);
    }
  }
}
