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
   */
  record Entry(byte[] leaf, byte[] leafHash, Payload payload) implements Commit {
    @Override
    public int bytes() {
      return leaf.length + payload.bytes().length;
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
