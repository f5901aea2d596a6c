package dev.frostbyte.hetzner;

/**
 * Holds the API token of one Hetzner Cloud project without ever showing it.
 *
 * <p>Immutable. It has no accessor, no {@code equals} on the secret and a {@code toString} that
 * hides it; only the client of this package can send it.
 */
public final class HetznerToken {
  private static final int MAX_LENGTH = 512;

  private final String secret;

  private HetznerToken(String secret) {
    this.secret = secret;
  }

  /**
   * Wraps a token as the Hetzner console shows it.
   *
   * @param secret 1 to 512 visible ASCII characters without spaces
   * @throws IllegalArgumentException when it is empty, too long or holds another character; the
   *     message never shows the token
   */
  public static HetznerToken of(String secret) {
    if (secret.isEmpty() || secret.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "The Hetzner token has "
              + secret.length()
              + " characters; give one of 1 to "
              + MAX_LENGTH
              + ".");
    }
    if (!secret.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The Hetzner token holds a space, a line break or a character outside ASCII;"
              + " copy it again without them.");
    }
    return new HetznerToken(secret);
  }

  /** The value of the Authorization header. Must reach nothing but that header. */
  String authorization() {
    return "Bearer " + secret;
  }

  /** The text with every occurrence of the token replaced, for text that the other side wrote. */
  String hiddenIn(String text) {
    return text.replace(secret, "[hidden]");
  }

  @Override
  public String toString() {
    return "HetznerToken[hidden]";
  }
}
