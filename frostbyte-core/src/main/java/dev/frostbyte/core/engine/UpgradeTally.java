package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.DocumentOutcome;
import dev.frostbyte.api.model.ProblemCode;
import java.util.SortedMap;
import java.util.function.Consumer;

/** Counts what became of documents that were judged again. One thread. */
final class UpgradeTally implements Consumer<DocumentOutcome> {
  private final int most;
  private long judged;
  private long stopped;
  private long unread;
  private boolean unscanned;

  /**
   * Counts up to so many readings.
   *
   * @param most files that lie in others included
   */
  UpgradeTally(int most) {
    this.most = most;
  }

  @Override
  public void accept(DocumentOutcome outcome) {
    judged++;
    switch (outcome) {
      case DocumentOutcome.Stored stored -> {}
      case DocumentOutcome.Unchanged unchanged -> {}
      case DocumentOutcome.Held held -> stopped++;
      case DocumentOutcome.Quarantined quarantined -> stopped++;
      case DocumentOutcome.Rejected rejected -> unread++;
      case DocumentOutcome.Failed failed -> {
        unread++;
        unscanned |= failed.problem().code() == ProblemCode.SCANNER_UNAVAILABLE;
      }
    }
  }

  /** Whether no more are read: enough were, or the scanner answers nobody. */
  boolean isOver() {
    return unscanned || judged >= most;
  }

  /** What the run says of it; nothing where nothing was judged again. */
  void addTo(SortedMap<String, Object> facts) {
    if (judged > 0) {
      facts.put("judgedAgain", judged);
      facts.put("stopped", stopped);
      facts.put("unread", unread);
    }
  }
}
