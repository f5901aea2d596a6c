package dev.frostbyte.it;

import dev.frostbyte.testkit.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every call from the engine to what it is given passes here: it is counted, looked at, and one of
 * them fails. A crash copies the folder as it is at that moment and lets nothing happen any more.
 * Thread-safe.
 */
final class Boundary {
  /** The home, its key file and nothing else. */
  private final Path folder;

  private final Path copy;
  private final Ledgers ledgers;
  private final Map<String, Integer> calls = new TreeMap<>();
  private Fault fault = Fault.NONE;
  private boolean happened;
  private boolean dead;

  Boundary(Path folder, Path copy, Ledgers ledgers) {
    this.folder = folder;
    this.copy = copy;
    this.ledgers = ledgers;
  }

  Ledgers ledgers() {
    return ledgers;
  }

  synchronized void inject(Fault injected) {
    fault = injected;
    happened = false;
    calls.clear();
  }

  /** How often each call was made since the last setting. */
  synchronized Map<String, Integer> calls() {
    return new TreeMap<>(calls);
  }

  /** Whether the fault of the last setting happened, or the process has ended. */
  synchronized boolean happened() {
    return happened || dead;
  }

  /** Whether the process ended: go on with the {@linkplain #copy() copy}. */
  synchronized boolean dead() {
    return dead;
  }

  /** After a crash, once the engine that died is let go: the copy is alive. */
  synchronized void revive() {
    dead = false;
  }

  /** What the crash left. */
  Path copy() {
    return copy;
  }

  /** Makes the call, or lets it fail. */
  Object pass(Method method, Call call) throws Throwable {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    Fault.Kind kind = take(name);
    if (kind == null) {
      return call.make();
    }
    if (kind == Fault.Kind.DONE_BUT_FAILED || kind == Fault.Kind.CRASH_AFTER) {
      call.make();
    }
    throw switch (kind) {
      case REFUSED, DONE_BUT_FAILED -> failure(method);
      case OUT_OF_MEMORY -> new OutOfMemoryError("injected");
      case CRASH_BEFORE, CRASH_AFTER -> crash();
    };
  }

  private synchronized Fault.@org.jspecify.annotations.Nullable Kind take(String name) {
    if (dead) {
      throw new Fault.Crashed();
    }
    int count = calls.merge(name, 1, Integer::sum);
    if (!happened && fault.call().equals(name) && fault.occurrence() == count) {
      happened = true;
      return fault.kind();
    }
    return null;
  }

  private synchronized Fault.Crashed crash() throws IOException {
    TestFolders.copy(folder, copy);
    dead = true;
    return new Fault.Crashed();
  }

  /** A failure of the kind that the call declares. */
  private static Exception failure(Method method) {
    IOException full = new IOException("no space left on device");
    boolean checked =
        Arrays.stream(method.getExceptionTypes()).anyMatch(type -> type == IOException.class);
    return checked ? full : new UncheckedIOException(full);
  }

  /** A call to the real thing. */
  @FunctionalInterface
  interface Call {
    Object make() throws Throwable;
  }

  /** Calls by reflection, and throws what the callee threw. */
  static Object invoke(Object real, Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
