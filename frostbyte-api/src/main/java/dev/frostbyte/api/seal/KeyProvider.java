package dev.frostbyte.api.seal;

import java.io.IOException;
import java.util.Optional;

/**
 * Holds master keys outside the home (a key file, a KMS, an HSM) and wraps other keys with them. A
 * destroyed master key opens nothing any more, wherever copies of what it wrapped may lie.
 * Thread-safe; whoever opens it closes it.
 */
public interface KeyProvider extends AutoCloseable {
  /**
   * Creates a master key that lives in this provider only, durable on return.
   *
   * @return its name, {@code [a-z0-9-]{1,64}}
   */
  String create() throws IOException;

  /** Wraps a key under a master key, bound to a context that {@link #unwrap} must name again. */
  byte[] wrap(String master, SecretBytes key, SealContext context) throws IOException;

  /**
   * Unwraps a key.
   *
   * @return empty when the master key was destroyed or never was
   * @throws SealBrokenException when the wrapped bytes do not open in this context
   */
  Optional<SecretBytes> unwrap(String master, byte[] wrapped, SealContext context)
      throws IOException;

  /** Destroys a master key, durable on return; absent is fine. */
  void destroy(String master) throws IOException;

  @Override
  void close();
}
