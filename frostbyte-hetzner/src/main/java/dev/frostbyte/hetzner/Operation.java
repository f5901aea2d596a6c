package dev.frostbyte.hetzner;

import dev.frostbyte.hetzner.HetznerError.Stopped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * One call of the client: its requests share the retries, and its last answer tells the rate limit.
 * One thread.
 */
final class Operation {
  private final Transport transport;
  private final Settings settings;
  private int failures;
  private Optional<RateLimit> rateLimit = Optional.empty();

  private Operation(Transport transport, Settings settings) {
    this.transport = transport;
    this.settings = settings;
  }

  /** Does the work; every {@link HetznerException} in it becomes a failure. */
  static <T> HetznerResult<T> run(
      Transport transport, Settings settings, Function<Operation, T> work) {
    Operation operation = new Operation(transport, settings);
    try {
      T value = work.apply(operation);
      return new HetznerResult.Success<>(value, operation.rateLimit);
    } catch (HetznerException failure) {
      return new HetznerResult.Failure<>(failure.error(), operation.rateLimit);
    }
  }

  /** One page of a list, pages counted from 1. */
  <T> Page<T> page(Resource<T> resource, int number) {
    HttpUrl url =
        url(resource)
            .addQueryParameter("page", Integer.toString(number))
            .addQueryParameter("per_page", Integer.toString(settings.perPage()))
            .build();
    return Page.read(resource, get(url));
  }

  /** One entry by its id. */
  <T> T entry(Resource<T> resource, long id) {
    Fields answer = get(url(resource).addPathSegment(Long.toString(id)).build());
    return resource.reader().apply(answer.required(resource.one()));
  }

  private HttpUrl.Builder url(Resource<?> resource) {
    return settings.baseUrl().newBuilder().addPathSegment(resource.many());
  }

  private Fields get(HttpUrl url) {
    while (true) {
      try {
        return Json.object(success(transport.get(url)));
      } catch (HetznerException failure) {
        waitOrThrow(failure);
      }
    }
  }

  private byte[] success(Reply reply) {
    rateLimit = reply.rateLimit();
    if (reply.status() != 200) {
      Optional<Duration> wait =
          reply.retryAfter().flatMap(text -> RetryAfter.parse(text, settings.clock()));
      throw new HetznerException(ErrorBody.read(reply, wait, transport::hideToken));
    }
    return reply.body();
  }

  private void waitOrThrow(HetznerException failure) {
    failures++;
    if (!failure.error().retryable() || failures > settings.maxRetries()) {
      throw failure;
    }
    Duration wait =
        settings.backoff().after(failures, failure.error().retryAfter()).orElseThrow(() -> failure);
    try {
      settings.pause().await(wait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new HetznerException(new Stopped(Stopped.Reason.INTERRUPTED));
    }
  }
}
