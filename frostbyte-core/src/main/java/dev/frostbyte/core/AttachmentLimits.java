package dev.frostbyte.core;

/**
 * How many files inside one file handed in are taken as documents of their own; of bytes, all of
 * them together may have as many as a file. What is over a limit is left out and reported.
 * Immutable.
 *
 * @param maxDepth how deep they may lie in each other; default 3: a letter in a forwarded mail in a
 *     message that carries it, and no file that contains itself
 * @param maxFiles how many of all depths together; default 200: more than any mail of ours, less
 *     than costs an hour
 */
public record AttachmentLimits(int maxDepth, int maxFiles) {
  /** The defaults named above. */
  public static final AttachmentLimits DEFAULT = new AttachmentLimits(3, 200);

  private static final int DEEPEST = 16;

  /** Checks that depth and number can be followed; 0 takes none. */
  public AttachmentLimits {
    if (maxDepth < 0 || maxDepth > DEEPEST || maxFiles < 0) {
      throw new IllegalArgumentException(
          "attachments lie at most " + DEEPEST + " deep and are no negative number");
    }
  }
}
