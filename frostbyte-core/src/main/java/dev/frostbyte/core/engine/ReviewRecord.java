package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.UntrustedText;
import java.util.List;

/**
 * Why a person decided as they did; sealed beside the event with the document's key.
 *
 * @param rules what a release accepts: inspector and rule, sorted; empty for other decisions
 */
record ReviewRecord(UntrustedText reason, List<String> rules) {}
