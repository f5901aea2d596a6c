package dev.frostbyte.core.policy;

import dev.frostbyte.api.model.Problem;

/** How an inspection ended. Immutable. */
public sealed interface InspectionResult {
  /** Every inspector answered. */
  record Inspected(Findings findings) implements InspectionResult {}

  /** One did not, or answered what it must not: the document must not pass. */
  record Failed(Problem problem) implements InspectionResult {}
}
