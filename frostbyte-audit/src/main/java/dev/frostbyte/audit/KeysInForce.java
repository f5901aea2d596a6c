package dev.frostbyte.audit;

import dev.frostbyte.audit.KeyRotation.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * Which key of the deployment signs which root of a log, as the log's own events say. One thread.
 *
 * <p>A rotation at index {@code i} is sealed with the older key: roots of {@code i + 2} entries and
 * more bear the new one. A log begun after a rotation starts with one event for each; these hold
 * the deployment's statement, and roots of {@code i + 1} entries and more bear the new key.
 */
final class KeysInForce {
  private final String origin;
  private final List<VerifierKey> chain;
  private final List<Long> from = new ArrayList<>(List.of(0L));
  private boolean onlyRotations = true;

  KeysInForce(String origin, List<VerifierKey> chain) {
    this.origin = origin;
    this.chain = chain;
  }

  /** Goes on behind entries that were not all changes of the key. */
  static KeysInForce resumed(String origin, List<VerifierKey> chain, List<Long> from)
      throws BrokenLog {
    if (from.size() > chain.size()) {
      throw new BrokenLog("it knows " + from.size() + " signing keys, the deployment fewer");
    }
    KeysInForce keys = new KeysInForce(origin, chain);
    keys.from.clear();
    keys.from.addAll(from);
    keys.onlyRotations = false;
    return keys;
  }

  /** The size of the first root that each key signs. */
  List<Long> from() {
    return List.copyOf(from);
  }

  /** Takes the next entry. */
  void accept(long index, byte[] leaf) throws BrokenLog {
    if (KeyRotation.is(leaf)) {
      rotate(index, leaf);
    } else {
      onlyRotations = false;
    }
  }

  /** Number of the key that the log has been handed over to. */
  int generation() {
    return from.size() - 1;
  }

  /** Number of the key that signs a root of this many entries. */
  int generation(long size) {
    int generation = generation();
    while (generation > 0 && from.get(generation) > size) {
      generation--;
    }
    return generation;
  }

  /** The key that signs a root of this many entries. */
  VerifierKey key(long size) {
    return chain.get(generation(size));
  }

  /** Whether the log holds nothing else yet, so that it may begin with the newest key. */
  boolean beginning() {
    return onlyRotations;
  }

  private void rotate(long index, byte[] leaf) throws BrokenLog {
    KeyRotation rotation =
        KeyRotation.of(Leaf.decode(origin, leaf).event())
            .orElseThrow(() -> new BrokenLog("a change of the signing key cannot be read"));
    requireKnown(rotation);
    VerifierKey older = chain.get(generation());
    boolean ofLog = rotation.scope() == Scope.LOG;
    if (!rotation.isSignedBy(older, ofLog ? origin : older.name())) {
      throw new BrokenLog("a change of the signing key is not signed by the key before it");
    }
    if (!ofLog && !onlyRotations) {
      throw new BrokenLog("a change of the signing key is not made for this log");
    }
    onlyRotations &= !ofLog;
    from.add(index + (ofLog ? 2 : 1));
  }

  private void requireKnown(KeyRotation rotation) throws BrokenLog {
    int next = generation() + 1;
    if (next >= chain.size() || !chain.get(next).equals(rotation.next())) {
      throw new BrokenLog(
          "it goes on with signing key "
              + next
              + ", which is not in the deployment's key file; put the newest key file back");
    }
  }
}
