package dev.frostbyte.hetzner;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** The example of docs/hetzner.md, compiled and run by {@link ExampleTest}. */
final class HetznerExample {
  private HetznerExample() {}

  // example
  static void listNetworks(String secret, URI baseUrl, PrintStream out) {
    HetznerToken token = HetznerToken.of(secret);
    try (HetznerClient client = HetznerClient.builder(token).baseUrl(baseUrl).build()) {
      switch (client.networks()) {
        case HetznerResult.Success<List<Network>> found -> {
          found.value().forEach(n -> out.println(n.name() + " " + n.ipRange().orElse("?")));
          found.rateLimit().ifPresent(limit -> out.println(limit.remaining() + " requests left"));
        }
        case HetznerResult.Failure<List<Network>> failed -> {
          if (failed.error() instanceof HetznerError.Refused refused) {
            out.println(refused.code() + ": " + refused.message());
          } else {
            out.println(failed.error().message());
          }
        }
      }
    }
  }
  // end
}
