package dev.frostbyte.parsers.worker;

/** What a frame carries. The position in this list is its number on the wire. */
enum FrameKind {
  /** Parent to child, first: magic and protocol version. */
  HELLO,
  /** Child to parent, first: the same back, and what it has locked itself with. */
  READY,
  /** Parent to child: parser, configuration, type, limits, size of the document. */
  TASK,
  /** Parent to child: the next bytes of the document. */
  DATA,
  /** Child to parent: a part of an encoded block, more to follow. */
  BLOCK_PART,
  /** Child to parent: an encoded block, or the last part of it. */
  BLOCK,
  /** Child to parent: how the parser ended. */
  RESULT;

  private static final FrameKind[] KINDS = values();

  static FrameKind of(int number) throws MalformedFrameException {
    if (number < 0 || number >= KINDS.length) {
      throw new MalformedFrameException("unknown kind");
    }
    return KINDS[number];
  }
}
