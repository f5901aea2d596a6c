package dev.frostbyte.audit;

import java.sql.SQLException;

/**
 * Says that the query projection cannot be used as it is. H2's own messages quote values, so only
 * its error code and the exception's class pass.
 */
final class Stale extends Exception {
  private static final long serialVersionUID = 1;

  private Stale(String what) {
    super(what);
  }

  /** H2 refused. */
  static Stale of(SQLException e) {
    return new Stale("H2 error " + e.getErrorCode() + ", " + e.getClass().getName());
  }

  /** It does not say what the journal says. */
  static Stale different() {
    return new Stale("it does not fit to the journal");
  }
}
