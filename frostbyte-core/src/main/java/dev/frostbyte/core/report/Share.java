package dev.frostbyte.core.report;

import dev.frostbyte.api.model.Completeness;
import java.util.Locale;

/**
 * Shares as a person reads them: cut, never rounded up, so that 100 % is whole and what lies under
 * a limit says so. Stateless.
 */
final class Share {
  /** For a file that does not say how much it holds. */
  static final String NOT_KNOWN = "not known";

  private Share() {}

  /** What was read of what was expected; of the pages alone where only they could be counted. */
  static String of(Completeness completeness) {
    if (!known(completeness)) {
      return NOT_KNOWN;
    }
    String share = percent(completeness.ratio());
    return completeness.expectedCharacters() < 0 ? share + " of the pages" : share;
  }

  /**
   * Whether there is a share to be told. Pages that all gave something do not show that all of each
   * was read; one that gave nothing shows that something is missing.
   */
  static boolean known(Completeness completeness) {
    return completeness.expectedCharacters() >= 0
        || completeness.pages() < completeness.expectedPages();
  }

  /** In per cent, with one digit where that tells more. */
  static String percent(double share) {
    int tenths = thousandths(share);
    return tenths % 10 == 0
        ? tenths / 10 + " %"
        : String.format(Locale.ROOT, "%d.%d %%", tenths / 10, tenths % 10);
  }

  /** At most three decimals, so that the spelling is the same everywhere. */
  static double cut(double share) {
    return thousandths(share) / 1000.0;
  }

  static int thousandths(double share) {
    return (int) Math.floor(share * 1000 + 1e-9);
  }
}
