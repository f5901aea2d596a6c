package dev.frostbyte.hetzner;

import java.time.Clock;
import java.time.Duration;
import okhttp3.HttpUrl;

/** The checked values of a client; units and ranges stand in {@link HetznerClientBuilder}. */
record Settings(
    HttpUrl baseUrl,
    Duration timeout,
    int perPage,
    int maxPages,
    int maxResponseBytes,
    int maxRetries,
    Backoff backoff,
    Clock clock,
    Pause pause,
    Closing closing) {}
