package dev.frostbyte.hetzner;

import java.util.Optional;

/**
 * One answer, read to its end.
 *
 * @param body empty when the answer is an error longer than the limit
 * @param retryAfter the header as received
 */
record Reply(int status, byte[] body, Optional<RateLimit> rateLimit, Optional<String> retryAfter) {}
