package dev.frostbyte.parsers.worker;

import java.nio.file.Path;
import java.util.List;

/**
 * Takes rights away from this process for ever. Needs the foreign-function interface: this version,
 * which Java 21 sees, takes none away; the one for Java 22 and newer is in {@code
 * META-INF/versions/22} of the jar.
 */
final class SelfLock {
  private SelfLock() {}

  /**
   * Locks this process and the calling thread.
   *
   * @param readable paths that must stay readable besides those of the system
   * @param memory most bytes of address space
   * @return what holds from now on
   */
  static Lock take(List<Path> readable, long memory) {
    return Lock.NONE;
  }
}
