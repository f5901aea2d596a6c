package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.UntrustedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a person asked or decided as they did; sealed beside the event with the document's key.
 *
 * @param rules what a release accepts: inspector and rule, sorted; empty for other decisions
 * @param by name of the person; null in logs written before it was kept
 */
record ReviewRecord(UntrustedText reason, List<String> rules, @Nullable UntrustedText by) {
  /** Of an event whose document was erased. */
  static final ReviewRecord ERASED =
      new ReviewRecord(UntrustedText.EMPTY, List.of(), UntrustedText.EMPTY);

  /** Name of the person; blank when it was not kept. */
  UntrustedText name() {
    return by == null ? UntrustedText.EMPTY : by;
  }
}
