package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * Who acts in a session. Immutable.
 *
 * @param actor pseudonym, as events name them
 * @param name as the host authenticated them; goes into sealed payloads only
 */
record Person(String actor, UntrustedText name) {
  /** What is sealed beside the event of a decision: why and by whom it was taken. */
  ReviewRecord says(UntrustedText reason, List<String> rules) {
    return new ReviewRecord(reason, rules, name);
  }

  ReviewRecord says(UntrustedText reason) {
    return says(reason, List.of());
  }
}
