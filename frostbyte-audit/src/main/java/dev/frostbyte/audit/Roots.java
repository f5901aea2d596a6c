package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.SignedRoot.Trust;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Recomputes the tree and compares it with every signed root in the journal. One thread. */
final class Roots {
  private final String origin;
  private final KeysInForce keys;
  private final RootList signed = new RootList();
  private final CompactRange tree;
  private final Deque<TreeHead> noted;
  private Optional<SignedRoot> newest = Optional.empty();

  /** Also demands that the tree goes through heads that were noted elsewhere. */
  Roots(String origin, List<VerifierKey> chain, Collection<TreeHead> noted) {
    this.origin = origin;
    this.keys = new KeysInForce(origin, chain);
    this.tree = new CompactRange();
    this.noted =
        noted.stream()
            .distinct()
            .sorted(Comparator.comparingLong(TreeHead::size))
            .collect(Collectors.toCollection(ArrayDeque::new));
    meet();
  }

  /** Goes on behind the newest root, which was checked; knows no older one. */
  Roots(String origin, KeysInForce keys, CompactRange tree, SignedRoot newest) {
    this.origin = origin;
    this.keys = keys;
    this.tree = tree;
    this.noted = new ArrayDeque<>();
    this.newest = Optional.of(newest);
  }

  CompactRange tree() {
    return tree;
  }

  Optional<Checkpoint> newest() {
    return newest.map(SignedRoot::checkpoint);
  }

  /** The newest root with every cosignature known of it. */
  Optional<SignedRoot> newestNote() {
    return newest;
  }

  KeysInForce keys() {
    return keys;
  }

  /** Takes the next frame and the hash of its content. */
  void accept(Frame frame, byte[] contentHash) throws BrokenLog {
    switch (frame.kind()) {
      case ENTRY -> entry(frame, contentHash);
      case ROOT -> root(frame);
      case EVIDENCE -> evidence(Evidence.decode(frame.content()));
      case LINK -> {}
    }
  }

  private void entry(Frame frame, byte[] contentHash) throws BrokenLog {
    keys.accept(tree.size(), frame.content());
    tree.append(contentHash);
    meet();
  }

  private void root(Frame frame) throws BrokenLog {
    SignedRoot read =
        SignedRoot.parse(frame.content())
            .orElseThrow(() -> new BrokenLog("a signed root cannot be read"));
    Checkpoint said = read.checkpoint();
    if (!said.origin().equals(origin)
        || said.size() != tree.size()
        || !said.root().equals(ContentHash.ofDigest(tree.root()))) {
      throw new BrokenLog("the entries do not have the root that was signed over them");
    }
    newest = Optional.of(read);
    signed.add(said.size(), tree.root());
  }

  private void evidence(Evidence evidence) throws BrokenLog {
    RootText root =
        signed
            .root(evidence.size())
            .map(hash -> new RootText(origin, evidence.size(), hash))
            .orElseThrow(() -> new BrokenLog("evidence is about a root that was never signed"));
    evidence.requireAbout(root, keys.key(root.size()));
    newest = newest.map(evidence::on);
  }

  /** Checks, at the end, that every head that was noted was met. */
  void requireNoted() throws BrokenLog {
    if (!noted.isEmpty()) {
      throw new BrokenLog(
          "it does not go on from the checkpoint of "
              + noted.getFirst().size()
              + " entries that was kept of it: an older or another copy was put in its place");
    }
  }

  private void meet() {
    while (!noted.isEmpty()
        && noted.getFirst().size() == tree.size()
        && noted.getFirst().root().equals(ContentHash.ofDigest(tree.root()))) {
      noted.removeFirst();
    }
  }

  /** Checks the signature of the newest root, if there is one. */
  void requireSigned() throws BrokenLog {
    if (newest.isPresent() && !isSigned(newest.get())) {
      throw new BrokenLog("a signed root does not bear a valid signature of this deployment");
    }
  }

  private boolean isSigned(SignedRoot root) {
    return root.trust(keys.key(root.checkpoint().size())) == Trust.VERIFIED;
  }
}
