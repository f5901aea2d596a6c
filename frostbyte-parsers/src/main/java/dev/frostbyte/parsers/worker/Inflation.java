package dev.frostbyte.parsers.worker;

import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates parts of one document and keeps nothing but the count. One thread; whoever makes it
 * closes it.
 */
final class Inflation implements AutoCloseable {
  /** Parts up to this size may inflate from however few bytes. */
  private static final long FREE = 1 << 20;

  private final ParseLimits limits;
  private final Inflater inflater;
  private final byte[] waste = new byte[1 << 16];
  private long total;

  /**
   * A count of zero.
   *
   * @param bare without the header of zlib, as in ZIP
   */
  Inflation(ParseLimits limits, boolean bare) {
    this.limits = limits;
    this.inflater = new Inflater(bare);
  }

  /**
   * Counts what a part inflates to; where the data are broken, what came before.
   *
   * @param dense whether the ratio counts as well, and not the sum alone
   */
  void add(ByteBuffer stored, boolean dense) throws BudgetReachedException {
    long size = Math.max(1, stored.remaining());
    long inflated = 0;
    inflater.reset();
    inflater.setInput(stored);
    for (int count = next(); count > 0; count = next()) {
      inflated += count;
      total += count;
      Preflight.require("maxInflatedBytes", total, limits.maxInflatedBytes());
    }
    if (dense && inflated > FREE) {
      Preflight.require("maxInflationRatio", inflated / size, limits.maxInflationRatio());
    }
  }

  /** Counts what is stored as it is. */
  void addStored(long size) throws BudgetReachedException {
    total += size;
    Preflight.require("maxInflatedBytes", total, limits.maxInflatedBytes());
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int next() {
    try {
      return inflater.inflate(waste);
    } catch (DataFormatException e) {
      return 0;
    }
  }
}
