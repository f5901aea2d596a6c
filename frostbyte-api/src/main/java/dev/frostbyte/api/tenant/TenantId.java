package dev.frostbyte.api.tenant;

import java.util.regex.Pattern;

/**
 * Names a tenant. Never folded or rewritten, so that two names never meet in one place. Immutable.
 *
 * @param value {@code [a-z][a-z0-9]{2,31}}
 */
public record TenantId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]{2,31}");

  /** Checks the shape. */
  public TenantId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a tenant name must be 3 to 32 characters a-z and 0-9, starting with a letter");
    }
  }

  /** The tenant of this name. */
  public static TenantId of(String value) {
    return new TenantId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
