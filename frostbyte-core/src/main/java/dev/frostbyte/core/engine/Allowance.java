package dev.frostbyte.core.engine;

import dev.frostbyte.core.PipelineLimits;

/** What one file handed in may bring along, all depths together. One thread. */
final class Allowance {
  private final PipelineLimits limits;
  private int files;
  private long bytes;

  Allowance(PipelineLimits limits) {
    this.limits = limits;
  }

  /** Why a file of this size at this depth is left out; empty when it is counted in. */
  String refuses(int depth, long size) {
    if (!reaches(depth)) {
      return "DEEPER_THAN_" + limits.attachments().maxDepth();
    }
    if (files >= limits.attachments().maxFiles()) {
      return "MORE_THAN_" + limits.attachments().maxFiles() + "_FILES";
    }
    if (bytes + size > limits.maxFileBytes()) {
      return "MORE_THAN_" + limits.maxFileBytes() + "_BYTES";
    }
    files++;
    bytes += size;
    return "";
  }

  /** Whether files are taken from so deep. */
  boolean reaches(int depth) {
    return depth <= limits.attachments().maxDepth();
  }

  /** A file that was counted in is not taken after all. */
  void giveBack(long size) {
    files--;
    bytes -= size;
  }
}
