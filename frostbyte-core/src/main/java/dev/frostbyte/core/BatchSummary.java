package dev.frostbyte.core;

import dev.frostbyte.api.model.BatchId;
import java.time.Instant;

/**
 * A batch that a tenant was handed. Immutable.
 *
 * @param batch its id
 * @param received when it was handed in, the last time
 * @param files how many files it had
 * @param complete whether every file has its outcome; otherwise the run was interrupted
 */
public record BatchSummary(BatchId batch, Instant received, long files, boolean complete) {}
