package dev.frostbyte.core;

import dev.frostbyte.api.model.BatchId;
import java.time.Instant;

/**
 * A batch that a tenant was handed. Immutable.
 *
 * @param batch its id
 * @param received when it was handed in, the last time
 * @param files how many files it had
 * @param complete whether every file, and every attachment, has its outcome; otherwise the run was
 *     interrupted
 * @param attachments how many files that lay in them have an outcome of their own; 0 until complete
 */
public record BatchSummary(
    BatchId batch, Instant received, long files, boolean complete, long attachments) {}
