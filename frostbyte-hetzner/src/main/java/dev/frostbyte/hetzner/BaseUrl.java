package dev.frostbyte.hetzner;

import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Checks where a token may be sent. Messages show scheme and host only. */
final class BaseUrl {
  static final HttpUrl DEFAULT = HttpUrl.get("https://api.hetzner.cloud/v1/");

  private static final Pattern IPV4_LOOPBACK =
      Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

  private BaseUrl() {}

  static HttpUrl of(URI uri) {
    HttpUrl url = HttpUrl.parse(uri.toString());
    if (url == null) {
      throw refused("is not an http or https URL", uri.getScheme() + " URL");
    }
    String place = url.scheme() + "://" + url.host();
    if (!url.isHttps() && !isLoopback(url)) {
      throw refused("would send the token unencrypted", place);
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw refused("holds a user or password", place);
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused("holds a query or fragment", place);
    }
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  /** By the text of the host alone; no name is looked up. */
  static boolean isLoopback(HttpUrl url) {
    String host = url.host();
    return host.equals("localhost") || host.equals("::1") || IPV4_LOOPBACK.matcher(host).matches();
  }

  private static IllegalArgumentException refused(String why, String place) {
    return new IllegalArgumentException(
        "The base URL %s (%s). Give https://host/path/, or http for a loopback host only."
            .formatted(why, place));
  }
}
