package dev.frostbyte.api.spi;

import java.io.IOException;

/** Stops a parser at a counted budget. What was emitted before stands. */
public final class BudgetReachedException extends IOException {
  private static final long serialVersionUID = 1;

  private final String limit;
  private final long allowed;

  /**
   * A budget was used up.
   *
   * @param limit its name, as in {@link ParseLimits}
   * @param allowed how much was allowed
   */
  public BudgetReachedException(String limit, long allowed) {
    super(limit + " of " + allowed + " reached");
    this.limit = limit;
    this.allowed = allowed;
  }

  /**
   * A file has more than is allowed.
   *
   * @param limit its name, as in {@link ParseLimits}
   * @param allowed how much is allowed
   * @param found how much there is, or was counted before counting stopped
   */
  public BudgetReachedException(String limit, long allowed, long found) {
    super(limit + " of " + allowed + " reached by " + found);
    this.limit = limit;
    this.allowed = allowed;
  }

  /** Name of the limit. */
  public String limit() {
    return limit;
  }

  /** How much was allowed. */
  public long allowed() {
    return allowed;
  }
}
