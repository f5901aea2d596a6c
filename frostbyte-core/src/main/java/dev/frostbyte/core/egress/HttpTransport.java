package dev.frostbyte.core.egress;

import dev.frostbyte.api.spi.Egress;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;

/**
 * Posts over HTTP: no redirects, no proxy, no cookies, no cache, no silent repeat; the certificate
 * must be one the JDK trusts. Holds no connection after the answer. Thread-safe.
 */
final class HttpTransport implements Egress {
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .proxy(Proxy.NO_PROXY)
          .followRedirects(false)
          .followSslRedirects(false)
          .retryOnConnectionFailure(false)
          .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
          .build();

  private final EgressPolicy policy;

  /** Sends to each host what the policy says it asks for as proof of who sends. */
  HttpTransport(EgressPolicy policy) {
    this.policy = policy;
  }

  @Override
  public Response send(Request request) throws IOException {
    OkHttpClient bounded =
        client
            .newBuilder()
            .callTimeout(request.limits().time())
            .connectTimeout(request.limits().time())
            .readTimeout(request.limits().time())
            .writeTimeout(request.limits().time())
            .build();
    try (okhttp3.Response answer = bounded.newCall(post(request)).execute()) {
      byte[] body = body(answer.body(), request.limits().answerBytes());
      return new Response(answer.code(), mediaType(answer), body);
    }
  }

  private okhttp3.Request post(Request request) throws IOException {
    RequestBody body = RequestBody.create(request.body(), MediaType.get(request.mediaType()));
    okhttp3.Request.Builder post =
        new okhttp3.Request.Builder()
            .url(url(request.uri()))
            .header("User-Agent", "frostbyte")
            .header("Accept-Encoding", "identity")
            .post(body);
    Optional<EgressPolicy.Credential> credential = policy.credential(request.uri());
    if (credential.isPresent()) {
      post.header(credential.get().header(), value(credential.get()));
    }
    return post.build();
  }

  /** OkHttp would quote a value it does not take. */
  private static String value(EgressPolicy.Credential credential) throws IOException {
    byte[] secret = credential.secret().reveal();
    try {
      for (byte letter : secret) {
        if (letter < 0x20 || letter > 0x7e) {
          throw new IOException("the secret for a header holds more than visible ASCII and blanks");
        }
      }
      return new String(secret, StandardCharsets.US_ASCII);
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  /** The address, if both parsers see the same host in it: the consent was for that one. */
  private static HttpUrl url(URI uri) throws IOException {
    HttpUrl url = HttpUrl.parse(uri.toString());
    String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]", "");
    if (url == null || !url.host().equals(host)) {
      throw new IOException("the address names its host in a way that can be read twice");
    }
    return url;
  }

  private static byte[] body(ResponseBody body, int most) throws IOException {
    try (InputStream in = body.byteStream()) {
      byte[] read = in.readNBytes(most);
      if (read.length == most && in.read() >= 0) {
        throw new IOException("the answer has more than the " + most + " bytes allowed");
      }
      return read;
    }
  }

  private static String mediaType(okhttp3.Response answer) {
    return Optional.ofNullable(answer.header("Content-Type"))
        .map(type -> type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }
}
