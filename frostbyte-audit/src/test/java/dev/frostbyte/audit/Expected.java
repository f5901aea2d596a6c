package dev.frostbyte.audit;

import java.util.ArrayList;
import java.util.List;

/** How a run that was tampered with may end. */
enum Expected {
  /** Everything that was acknowledged is there. */
  KEPT(false, false, false),
  /** And the run saw the failure, after which nothing succeeded. */
  FAILED_AND_KEPT(true, false, false),
  /** And the run did not even notice. */
  DONE_AND_KEPT(false, true, false),
  /** Or the log is refused as damaged. */
  KEPT_OR_REFUSED(false, false, true);

  private static final List<String> REFUSED = List.of("refused: INTEGRITY_BROKEN");

  private final boolean fails;
  private final boolean ends;
  private final boolean refusable;

  Expected(boolean fails, boolean ends, boolean refusable) {
    this.fails = fails;
    this.ends = ends;
    this.refusable = refusable;
  }

  /** What is wrong with a run's end. */
  List<String> wrong(Promises promises, List<String> broken) {
    List<String> wrong = new ArrayList<>();
    if (!(refusable && broken.equals(REFUSED))) {
      wrong.addAll(broken);
    }
    if (fails && !promises.others().equals(List.of("F"))) {
      wrong.add("expected one failure and nothing after it, not " + promises.others());
    }
    if (ends && !promises.others().equals(List.of("D"))) {
      wrong.add("expected the regular end, not " + promises.others());
    }
    return wrong;
  }
}
