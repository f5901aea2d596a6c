package dev.frostbyte.api.tenant;

import dev.frostbyte.api.seal.Sealer;
import java.io.IOException;

/**
 * A key of a tenant's space that a stage may renew, so that what it sealed before can be made
 * unreadable everywhere, backups included. Thread-safe.
 */
public interface EpochKey {
  /** Number of the current epoch, from 1. */
  long epoch();

  /**
   * The sealer of an epoch.
   *
   * @throws IOException when the epoch was destroyed or never was
   */
  Sealer sealer(long epoch) throws IOException;

  /**
   * Starts a new epoch beside the old ones, durable on return.
   *
   * @return its number
   */
  long begin() throws IOException;

  /** Destroys every epoch before this one, durable on return. Re-seal what must live first. */
  void destroyBefore(long epoch) throws IOException;
}
