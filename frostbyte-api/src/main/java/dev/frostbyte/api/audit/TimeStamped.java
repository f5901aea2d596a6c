package dev.frostbyte.api.audit;

import java.time.Instant;

/**
 * A time stamp that was kept. Immutable.
 *
 * @param size entries under the checkpoint it is over
 * @param time when the checkpoint existed, as the service says
 */
public record TimeStamped(long size, Instant time) {}
