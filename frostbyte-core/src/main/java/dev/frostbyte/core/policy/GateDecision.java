package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Problem;
import java.util.List;
import java.util.Locale;

/** What the gates decided about a document. Immutable. */
public sealed interface GateDecision {
  /** Combined score of instructions and hidden text, 0 to 1. */
  double score();

  /** Families and types that were found, sorted, each once. */
  List<String> families();

  /**
   * The decision as command lines spell it: {@code pass}, {@code flag}, {@code hold}, {@code
   * quarantine}.
   */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** May be served; personal data that the policy redacts does not count against it. */
  record Pass(double score, List<String> families) implements GateDecision {
    /** Copies the list. */
    public Pass {
      families = List.copyOf(families);
    }
  }

  /** May be served with a label. */
  record Flag(double score, List<String> families) implements GateDecision {
    /** Copies the list. */
    public Flag {
      families = List.copyOf(families);
    }
  }

  /** Waits for a person, who says what kind of document it is. */
  record Hold(double score, List<String> families, Problem problem) implements GateDecision {
    /** Copies the list. */
    public Hold {
      families = List.copyOf(families);
    }
  }

  /** Must not be served. */
  record Quarantine(double score, List<String> families, Problem problem) implements GateDecision {
    /** Copies the list. */
    public Quarantine {
      families = List.copyOf(families);
    }
  }
}
