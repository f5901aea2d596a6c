package dev.frostbyte.parsers.worker;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends the process and deletes its folder. A thread of its own does it, started before the child
 * locks itself, since a locked thread can empty its folder but not remove it. Thread-safe.
 */
final class ChildEnd {
  private final CompletableFuture<Integer> code = new CompletableFuture<>();

  private ChildEnd() {}

  static ChildEnd start() {
    ChildEnd end = new ChildEnd();
    Thread.ofPlatform().daemon().name("frostbyte-child-end").start(end::await);
    return end;
  }

  /** Ends the process; never returns. */
  @SuppressWarnings("InfiniteLoopStatement")
  void leave(int exitCode) {
    code.complete(exitCode);
    while (true) {
      LockSupport.park();
    }
  }

  private void await() {
    int exitCode = code.join();
    try {
      TempFolder.delete(Path.of(System.getProperty("java.io.tmpdir", "")));
    } finally {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
