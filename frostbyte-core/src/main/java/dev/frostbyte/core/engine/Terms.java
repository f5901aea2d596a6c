package dev.frostbyte.core.engine;

import dev.frostbyte.api.spi.ParseLimits;
import dev.frostbyte.core.plugin.ParserChain;
import dev.frostbyte.core.policy.GatePolicy;

/**
 * By what a tenant has a document read, as it was when the reading began; all of it enters the
 * reading's name. Immutable.
 *
 * @param limits the tenant's, within the pipeline's
 */
record Terms(ParserChain chain, GatePolicy policy, ParseLimits limits) {}
