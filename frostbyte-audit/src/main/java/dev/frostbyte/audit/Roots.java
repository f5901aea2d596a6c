package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.util.Optional;

/** Recomputes the tree and compares it with every signed root in the journal. One thread. */
final class Roots {
  private final String origin;
  private final CompactRange tree = new CompactRange();
  private final Optional<Checkpoint> kept;
  private Optional<SignedRoot> newest = Optional.empty();
  private boolean met;

  Roots(String origin) {
    this(origin, Optional.empty());
  }

  /** Also demands that the tree goes through a checkpoint that was kept elsewhere. */
  Roots(String origin, Optional<Checkpoint> kept) {
    this.origin = origin;
    this.kept = kept;
    meet();
  }

  CompactRange tree() {
    return tree;
  }

  Optional<Checkpoint> newest() {
    return newest.map(SignedRoot::checkpoint);
  }

  /** Takes the next frame and the hash of its content. */
  void accept(Frame frame, byte[] contentHash) throws BrokenLog {
    if (frame.kind() == Kind.ENTRY) {
      tree.append(contentHash);
      meet();
      return;
    }
    SignedRoot signed =
        SignedRoot.parse(frame.content())
            .orElseThrow(() -> new BrokenLog("a signed root cannot be read"));
    Checkpoint said = signed.checkpoint();
    if (!said.origin().equals(origin)
        || said.size() != tree.size()
        || !said.root().equals(ContentHash.ofDigest(tree.root()))) {
      throw new BrokenLog("the entries do not have the root that was signed over them");
    }
    newest = Optional.of(signed);
  }

  /** Checks, at the end, that the kept checkpoint was met. */
  void requireKept() throws BrokenLog {
    if (kept.isPresent() && !met) {
      throw new BrokenLog(
          "it does not go on from the checkpoint of "
              + kept.get().size()
              + " entries that was kept of it: an older or another copy was put in its place");
    }
  }

  private void meet() {
    met =
        met
            || kept.filter(known -> known.size() == tree.size())
                .filter(known -> known.root().equals(ContentHash.ofDigest(tree.root())))
                .isPresent();
  }

  /** Checks the signature of the newest root, if there is one. */
  void requireSigned(VerifierKey key) throws BrokenLog {
    if (newest.isPresent() && newest.get().trust(key) != Trust.VERIFIED) {
      throw new BrokenLog("a signed root does not bear a valid signature of this deployment");
    }
  }
}
