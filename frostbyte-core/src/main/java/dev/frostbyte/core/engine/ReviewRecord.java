package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import java.util.Objects;

/**
 * Why a person asked or decided as they did; sealed beside the event with the document's key.
 *
 * @param rules what a release accepts: inspector and rule, sorted; empty for other decisions
 * @param by name of the person
 */
record ReviewRecord(UntrustedText reason, List<String> rules, UntrustedText by) {
  /** Refuses one that does not say who it was. */
  ReviewRecord {
    Objects.requireNonNull(by);
  }

  /** Of an event whose document was erased. */
  static final ReviewRecord ERASED =
      new ReviewRecord(UntrustedText.EMPTY, List.of(), UntrustedText.EMPTY);
}
