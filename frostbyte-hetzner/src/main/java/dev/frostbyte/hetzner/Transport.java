package dev.frostbyte.hetzner;

import dev.frostbyte.hetzner.HetznerError.Stopped;
import dev.frostbyte.hetzner.HetznerError.Unreachable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends one GET and reads its answer, without following, repeating or trusting anything.
 * Thread-safe.
 */
final class Transport {
  private final HetznerToken token;
  private final Closing closing;
  private final int maxResponseBytes;
  private final OkHttpClient http;

  Transport(HetznerToken token, Settings settings) {
    this.token = token;
    this.closing = settings.closing();
    this.maxResponseBytes = settings.maxResponseBytes();
    this.http = http(settings);
  }

  private OkHttpClient http(Settings settings) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(settings.timeout())
            .readTimeout(settings.timeout())
            .writeTimeout(settings.timeout())
            .callTimeout(settings.timeout())
            .connectionPool(new ConnectionPool(2, 5, TimeUnit.SECONDS))
            .addInterceptor(this::guarded)
            .addNetworkInterceptor(Transport::withoutSilentRepeat);
    if (BaseUrl.isLoopback(settings.baseUrl())) {
      builder.proxy(Proxy.NO_PROXY);
    }
    return builder.build();
  }

  /**
   * Runs after the call is registered, so that none slips through between flag and cancel. OkHttp
   * throws InterruptedException undeclared and with the flag cleared when interrupted while it
   * connects; only a catch of Exception can see it.
   */
  private Response guarded(Interceptor.Chain chain) throws IOException {
    if (closing.isClosed()) {
      throw new IOException("closed");
    }
    try {
      return chain.proceed(chain.request());
    } catch (IOException | RuntimeException usual) {
      throw usual;
    } catch (Exception interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** OkHttp itself repeats a 503 with "Retry-After: 0"; only {@link Operation} may repeat. */
  private static Response withoutSilentRepeat(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    return response.code() == 503
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /**
   * The answer, whatever its status.
   *
   * @throws HetznerException when none came, it is a success longer than the limit, or the client
   *     is closed
   */
  Reply get(HttpUrl url) {
    Request request =
        new Request.Builder()
            .url(url)
            .header("Authorization", token.authorization())
            .header("Accept", "application/json")
            .header("User-Agent", "frostbyte-hetzner")
            .build();
    try (Response response = http.newCall(request).execute()) {
      HeaderValues headers = name -> Optional.ofNullable(response.header(name));
      return new Reply(
          response.code(), body(response), RateLimit.parse(headers), headers.first("Retry-After"));
    } catch (IOException failure) {
      throw new HetznerException(error(failure));
    }
  }

  private byte[] body(Response response) throws IOException {
    try (InputStream in = response.body().byteStream()) {
      byte[] bytes = in.readNBytes(maxResponseBytes + 1);
      if (bytes.length <= maxResponseBytes) {
        return bytes;
      }
      if (response.code() == 200) {
        throw new HetznerException(new HetznerError.TooLarge(maxResponseBytes));
      }
      return new byte[0];
    }
  }

  private HetznerError error(IOException failure) {
    if (closing.isClosed()) {
      return new Stopped(Stopped.Reason.CLOSED);
    }
    if (Thread.currentThread().isInterrupted()) {
      return new Stopped(Stopped.Reason.INTERRUPTED);
    }
    return new Unreachable(kind(failure), failure.getClass().getSimpleName());
  }

  private static Unreachable.Kind kind(IOException failure) {
    return switch (failure) {
      case InterruptedIOException timeout -> Unreachable.Kind.TIMEOUT;
      case SSLException tls -> Unreachable.Kind.TLS;
      default -> Unreachable.Kind.CONNECTION;
    };
  }

  /** The text without the token. */
  String hideToken(String text) {
    return token.hiddenIn(text);
  }

  /** Cancels running requests and frees the connections. Idempotent. */
  void close() {
    closing.close();
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
