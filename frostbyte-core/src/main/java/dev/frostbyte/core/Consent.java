package dev.frostbyte.core;

import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * That bytes of a tenant's documents may leave for a host, for one purpose. Immutable.
 *
 * @param host name or address without port, lower case, such as {@code docling.example.com}
 * @param purpose what a plugin sends for, such as {@code parse}
 */
public record Consent(String host, String purpose) implements Comparable<Consent> {
  private static final Pattern HOST = Pattern.compile("[a-z0-9.:\\[\\]-]{1,253}");
  private static final Pattern PURPOSE = Pattern.compile("[a-z0-9-]{1,40}");

  /** Folds the host's case and checks both. */
  public Consent {
    host = host.toLowerCase(Locale.ROOT);
    require(HOST, "host", host);
    require(PURPOSE, "purpose", purpose);
  }

  private static void require(Pattern shape, String what, String value) {
    if (!shape.matcher(value).matches()) {
      throw FrostbyteException.of(
          ProblemCode.INVALID_ARGUMENT, "The " + what + " of a consent must match " + shape + ".");
    }
  }

  @Override
  public int compareTo(Consent other) {
    int byHost = host.compareTo(other.host);
    return byHost != 0 ? byHost : purpose.compareTo(other.purpose);
  }
}
