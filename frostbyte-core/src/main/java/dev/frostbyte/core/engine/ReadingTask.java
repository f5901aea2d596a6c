package dev.frostbyte.core.engine;

import dev.frostbyte.api.model.CanonicalId;
import dev.frostbyte.api.model.MediaType;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.policy.GatePolicy;
import dev.frostbyte.core.policy.Waiver;

/**
 * What to read.
 *
 * @param canonical the reading's name
 * @param policy by which it is judged; part of the name
 * @param waiver what a person accepted in it
 */
record ReadingTask(
    Trail trail,
    Submission submission,
    Received received,
    ParserChain chain,
    MediaType type,
    CanonicalId canonical,
    GatePolicy policy,
    Waiver waiver) {}
