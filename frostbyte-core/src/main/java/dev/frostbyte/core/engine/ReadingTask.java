package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.core.policy.Waiver;

/**
 * What to read.
 *
 * @param canonical the reading's name
 * @param waiver what a person accepted in it
 * @param branch takes the files that lie in it
 */
record ReadingTask(
    Trail trail,
    Submission submission,
    Received received,
    MediaType type,
    Terms terms,
    CanonicalId canonical,
    Waiver waiver,
    Branch branch) {}
