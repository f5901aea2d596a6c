package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Completeness;
import java.util.Locale;

/**
 * Shares as a person reads them: cut, never rounded up, so that 100 % is whole and what lies under
 * a limit says so. Stateless.
 */
final class Share {
  private Share() {}

  /** In per cent, with one digit where that tells more. */
  static String of(Completeness completeness) {
    return percent(completeness.ratio());
  }

  static String percent(double share) {
    long tenths = (long) Math.floor(share * 1000 + 1e-9);
    return tenths % 10 == 0
        ? tenths / 10 + " %"
        : String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
  }

  /** Thousandths. */
  static int thousandths(double share) {
    return (int) Math.floor(share * 1000 + 1e-9);
  }
}
