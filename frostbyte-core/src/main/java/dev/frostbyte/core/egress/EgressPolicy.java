package dev.frostbyte.core.egress;

import dev.frostbyte.api.seal.SecretBytes;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which hosts bytes may be sent to. Consent is given by name, one host at a time; there is no
 * wildcard. Immutable.
 */
public final class EgressPolicy {
  private static final Pattern HOST = Pattern.compile("[a-z0-9.:\\[\\]-]{1,253}");
  private static final Set<String> OWN_HEADERS =
      new TreeSet<>(
          Set.of(
              "accept-encoding",
              "connection",
              "content-length",
              "content-type",
              "host",
              "te",
              "transfer-encoding",
              "upgrade",
              "user-agent"));
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

  private static final Pattern HEADER = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,60}");

  private final Set<String> hosts;
  private final Map<String, Credential> credentials;
  private final boolean plainLoopback;

  private EgressPolicy(
      Set<String> hosts, Map<String, Credential> credentials, boolean plainLoopback) {
    this.hosts = Set.copyOf(hosts);
    this.credentials = Map.copyOf(credentials);
    this.plainLoopback = plainLoopback;
  }

  /** Nothing leaves this machine; the default. */
  public static EgressPolicy none() {
    return new EgressPolicy(Set.of(), Map.of(), false);
  }

  /**
   * Also allows a host, over HTTPS.
   *
   * @param host name or address without port, such as {@code witness.example.com}
   */
  public EgressPolicy allow(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (!HOST.matcher(name).matches()) {
      throw new IllegalArgumentException("a host must match " + HOST + ", without scheme and path");
    }
    Set<String> all = new TreeSet<>(hosts);
    all.add(name);
    return new EgressPolicy(all, credentials, plainLoopback);
  }

  /**
   * Also allows a host and proves to it who sends: every request to this host, and to no other,
   * carries the secret as this header. Plugins never see it, and it is in no event, fingerprint or
   * message. A header that frames the request itself is refused.
   *
   * @param header such as {@code X-Api-Key}
   * @param secret its whole value, visible ASCII and blank; the caller closes it after the pipeline
   */
  public EgressPolicy allow(String host, String header, SecretBytes secret) {
    String name = header.toLowerCase(Locale.ROOT);
    if (!HEADER.matcher(header).matches() || OWN_HEADERS.contains(name)) {
      throw new IllegalArgumentException(
          "a header must match " + HEADER + " and be none of " + OWN_HEADERS);
    }
    EgressPolicy allowing = allow(host);
    Map<String, Credential> all = new TreeMap<>(credentials);
    all.put(host.toLowerCase(Locale.ROOT), new Credential(header, secret));
    return new EgressPolicy(allowing.hosts, all, plainLoopback);
  }

  /** Also allows plain HTTP to hosts that are allowed and are this machine itself. */
  public EgressPolicy allowPlainLoopback() {
    return new EgressPolicy(hosts, credentials, true);
  }

  /** What this host asks for as proof of who sends. */
  Optional<Credential> credential(URI uri) {
    return Optional.ofNullable(credentials.get(uri.getHost().toLowerCase(Locale.ROOT)));
  }

  /** Whether bytes may be sent there. */
  boolean allows(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    return hosts.contains(host)
        && switch (String.valueOf(uri.getScheme())) {
          case "https" -> true;
          case "http" -> plainLoopback && LOOPBACK.matcher(host).matches();
          default -> false;
        };
  }

  /** A header that is a secret; says the name of it at most. */
  record Credential(String header, SecretBytes secret) {}
}
