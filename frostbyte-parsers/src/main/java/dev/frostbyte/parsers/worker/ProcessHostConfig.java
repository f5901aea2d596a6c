package dev.frostbyte.parsers.worker;

import java.time.Duration;

/**
 * Settings of the process host. Immutable.
 *
 * @param children documents parsed at once, and most children bound to seats; default 2
 * @param spares children started ahead for no tenant; default 1
 * @param heapMegabytes heap of a child ({@code -Xmx}); default 512, enough for every ordinary
 *     document measured
 * @param stackKilobytes stack of a child's threads ({@code -Xss}); default 1,024
 * @param documentsPerChild documents after which a child is replaced; default 1,000
 * @param blockMegabytes most bytes of one block in transit; longer ones cut the document; default
 *     32
 * @param sandbox what is put around a child besides a process of its own; default {@code BEST}
 * @param startup how long a child may take to start; default 30 seconds
 */
record ProcessHostConfig(
    int children,
    int spares,
    int heapMegabytes,
    int stackKilobytes,
    int documentsPerChild,
    int blockMegabytes,
    Sandbox sandbox,
    Duration startup) {
  static final ProcessHostConfig DEFAULT =
      new ProcessHostConfig(2, 1, 512, 1_024, 1_000, 32, Sandbox.BEST, Duration.ofSeconds(30));

  private static final long BESIDES_HEAP = 6L << 30;

  ProcessHostConfig {
    require("children", children, 1, 256);
    require("spares", spares, 0, 64);
    require("heapMegabytes", heapMegabytes, 32, 65_536);
    require("stackKilobytes", stackKilobytes, 256, 65_536);
    require("documentsPerChild", documentsPerChild, 1, 1_000_000);
    require("blockMegabytes", blockMegabytes, 1, 512);
    if (startup.isNegative() || startup.isZero() || startup.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("startup must be more than zero and at most PT1H");
    }
  }

  /**
   * Most bytes of address space of a locked child: its heap, and room for code, libraries, models
   * and what native code allocates. A JVM alone reserves about 1.5 GiB besides its heap.
   */
  long memoryBytes() {
    return ((long) heapMegabytes << 20) + BESIDES_HEAP;
  }

  int blockBytes() {
    return blockMegabytes << 20;
  }

  private static void require(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          key + " must be " + least + " to " + most + ", got " + value);
    }
  }
}
