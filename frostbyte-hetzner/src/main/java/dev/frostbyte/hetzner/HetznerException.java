package dev.frostbyte.hetzner;

/**
 * Carries a {@link HetznerError} for callers of {@link HetznerResult#orThrow()}. Its message is the
 * error's and shows no token. Immutable.
 */
public final class HetznerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient HetznerError error;

  HetznerException(HetznerError error) {
    super(error.message());
    this.error = error;
  }

  /** What went wrong, as a value to switch over. */
  public HetznerError error() {
    return error;
  }
}
