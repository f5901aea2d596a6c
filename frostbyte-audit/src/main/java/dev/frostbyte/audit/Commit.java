package dev.frostbyte.audit;

/** What waits to be written. */
sealed interface Commit {
  /** Bytes it holds in memory. */
  int bytes();

  /**
   * An event.
   *
   * @param leaf spelled
   * @param leafHash RFC 6962 leaf hash
   * @param frameHash its hash in the chain, see {@link Frame#hash}
   */
  record Entry(byte[] leaf, byte[] leafHash, Payload payload, byte[] frameHash) implements Commit {
    /** Hashes in the thread of the caller, so that the writer need not. */
    static Entry of(byte[] leaf, Payload payload) {
      Sha256 sha = new Sha256();
      byte[] hash = sha.leaf(leaf);
      return new Entry(leaf, hash, payload, Frame.hash(sha, hash, payload));
    }

    @Override
    public int bytes() {
      return leaf.length + payload.bytes().length;
    }
  }

  /**
   * A root over everything before it is to be signed, and the next ones with another key.
   *
   * @param next signs from then on
   */
  record HandOver(RootSigner next) implements Commit {
    @Override
    public int bytes() {
      return 0;
    }
  }

  /**
   * What others said about a root.
   *
   * @param evidence checked, about a root of this journal
   */
  record Witnessed(Evidence evidence) implements Commit {
    @Override
    public int bytes() {
      return evidence.content().length;
    }
  }

  /** A root over everything before it is to be signed. */
  record Seal() implements Commit {
    @Override
    public int bytes() {
      return 0;
    }
  }
}
