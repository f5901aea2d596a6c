package dev.frostbyte.api.tenant;

/**
 * Who acts and why, as the host authenticated it; the library never sees a token. Recorded as a
 * pseudonym. Immutable.
 *
 * @param principal 1 to 256 characters
 * @param purpose 1 to 256 characters, such as {@code monthly intake}
 */
public record Caller(String principal, String purpose) {
  /** Checks the lengths. */
  public Caller {
    requireLength("principal", principal);
    requireLength("purpose", purpose);
  }

  /** Shows neither, since a principal may be personal data. */
  @Override
  public String toString() {
    return "Caller";
  }

  private static void requireLength(String what, String value) {
    if (value.isBlank() || value.length() > 256) {
      throw new IllegalArgumentException("a caller needs a " + what + " of 1 to 256 characters");
    }
  }
}
