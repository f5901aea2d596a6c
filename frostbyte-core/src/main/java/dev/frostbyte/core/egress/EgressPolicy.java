package dev.frostbyte.core.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which hosts bytes may be sent to. Consent is given by name, one host at a time; there is no
 * wildcard. Immutable.
 */
public final class EgressPolicy {
  private static final Pattern HOST = Pattern.compile("[a-z0-9.:\\[\\]-]{1,253}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1]");

  private final Set<String> hosts;
  private final boolean plainLoopback;

  private EgressPolicy(Set<String> hosts, boolean plainLoopback) {
    this.hosts = Set.copyOf(hosts);
    this.plainLoopback = plainLoopback;
  }

  /** Nothing leaves this machine; the default. */
  public static EgressPolicy none() {
    return new EgressPolicy(Set.of(), false);
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
    return new EgressPolicy(all, plainLoopback);
  }

  /** Also allows plain HTTP to hosts that are allowed and are this machine itself. */
  public EgressPolicy allowPlainLoopback() {
    return new EgressPolicy(hosts, true);
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
}
