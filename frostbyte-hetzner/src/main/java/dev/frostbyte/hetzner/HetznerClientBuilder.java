package dev.frostbyte.hetzner;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Sets the limits of a {@link HetznerClient}. One thread. Every method fails at once, with the
 * value and the range, when the value is outside its range.
 */
public final class HetznerClientBuilder {
  private final HetznerToken token;
  private HttpUrl baseUrl = BaseUrl.DEFAULT;
  private Duration timeout = Duration.ofSeconds(30);
  private int perPage = 50;
  private int maxPages = 100;
  private int maxResponseBytes = 2 << 20;
  private int maxRetries = 5;
  private Duration maxWait = Duration.ofSeconds(60);
  private Clock clock = Clock.systemUTC();
  private DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
  private @Nullable Pause pause;

  HetznerClientBuilder(HetznerToken token) {
    this.token = token;
  }

  /**
   * Where the API lives; {@code https://api.hetzner.cloud/v1/} unless set. A trailing slash is
   * added when missing.
   *
   * @throws IllegalArgumentException unless it is an https URL, or an http URL of a loopback host
   *     ({@code localhost}, {@code 127.x.x.x}, {@code [::1]}), without user, query and fragment
   */
  public HetznerClientBuilder baseUrl(URI url) {
    this.baseUrl = BaseUrl.of(url);
    return this;
  }

  /** Longest time of one request, connecting to last byte: 1 ms to 10 min, 30 s unless set. */
  public HetznerClientBuilder timeout(Duration value) {
    this.timeout = within("timeout", value, Duration.ofMillis(1), Duration.ofMinutes(10));
    return this;
  }

  /** Entries asked for on one page: 1 to 50, 50 unless set. */
  public HetznerClientBuilder perPage(int value) {
    this.perPage = within("perPage", value, 1, 50);
    return this;
  }

  /** Most pages of one list: 1 to 1000, 100 unless set. */
  public HetznerClientBuilder maxPages(int value) {
    this.maxPages = within("maxPages", value, 1, 1000);
    return this;
  }

  /** Most bytes of one answer after decompression: 1 KiB to 64 MiB, 2 MiB unless set. */
  public HetznerClientBuilder maxResponseBytes(int value) {
    this.maxResponseBytes = within("maxResponseBytes", value, 1 << 10, 64 << 20);
    return this;
  }

  /** How often one call asks again, all its pages together: 0 to 10, 5 unless set. */
  public HetznerClientBuilder maxRetries(int value) {
    this.maxRetries = within("maxRetries", value, 0, 10);
    return this;
  }

  /**
   * Longest wait before asking again: 0 to 10 min, 60 s unless set. When the other side asks for a
   * longer one, the call ends with its error at once.
   */
  public HetznerClientBuilder maxWait(Duration value) {
    this.maxWait = within("maxWait", value, Duration.ZERO, Duration.ofMinutes(10));
    return this;
  }

  /** Tells the time for dates in {@code Retry-After}. */
  HetznerClientBuilder clock(Clock value) {
    this.clock = value;
    return this;
  }

  /** Waits between attempts. */
  HetznerClientBuilder pause(Pause value) {
    this.pause = value;
    return this;
  }

  /** Spreads the waits: numbers in [0, 1). */
  HetznerClientBuilder jitter(DoubleSupplier value) {
    this.jitter = value;
    return this;
  }

  /** Opens the client, which connects on its first call. Whoever calls this closes it. */
  public HetznerClient build() {
    Closing closing = new Closing();
    Pause waits = pause == null ? closing::await : pause;
    Backoff backoff = new Backoff(maxWait, jitter);
    return new HetznerClient(
        token,
        new Settings(
            baseUrl,
            timeout,
            perPage,
            maxPages,
            maxResponseBytes,
            maxRetries,
            backoff,
            clock,
            waits,
            closing));
  }

  private static <T extends Comparable<T>> T within(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + "; give a value from " + least + " to " + most + ".");
    }
    return value;
  }
}
