package dev.frostbyte.audit;

import java.util.List;
import java.util.Optional;

/**
 * The keys a deployment has signed with, oldest first; the last one signs. Thread-safe; whoever
 * opens it closes it, which overwrites the current seeds.
 *
 * @param keys every public key
 * @param statements for each key but the first, the older key's signature over it for the whole
 *     deployment
 * @param current the newest key
 */
record KeyChain(List<VerifierKey> keys, List<byte[]> statements, RootSigner current)
    implements AutoCloseable {
  /** Copies the lists. */
  KeyChain {
    keys = List.copyOf(keys);
    statements = List.copyOf(statements);
  }

  /** Number of the newest key, from 0. */
  int newest() {
    return keys.size() - 1;
  }

  /** The key's owner in notes: the origin of the deployment. */
  String name() {
    return keys.getFirst().name();
  }

  /** The vkey of the second signature, where it is switched on. */
  Optional<String> second() {
    return current.second().map(cosigner -> cosigner.key().encoded());
  }

  @Override
  public void close() {
    current.close();
  }
}
