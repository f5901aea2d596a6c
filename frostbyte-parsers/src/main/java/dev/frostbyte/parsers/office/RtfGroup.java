package dev.frostbyte.parsers.office;

/** A group of RTF that is open. One thread. */
final class RtfGroup {
  private final StringBuilder gathered;
  private final boolean begins;
  RtfRole role;
  RtfLook look;
  int fallback;
  boolean optional;

  /** Whether a link ends with it. */
  boolean links;

  private RtfGroup(
      RtfRole role, RtfLook look, int fallback, StringBuilder gathered, boolean begins) {
    this.role = role;
    this.look = look;
    this.fallback = fallback;
    this.gathered = gathered;
    this.begins = begins;
  }

  /** The outermost group. */
  static RtfGroup outermost() {
    return new RtfGroup(RtfRole.BODY, RtfLook.PLAIN, 1, new StringBuilder(0), false);
  }

  /** A group inside, which looks as this does so far. */
  RtfGroup inside() {
    return new RtfGroup(role, look, fallback, gathered, false);
  }

  /** The same group, with a text of its own. */
  RtfGroup gathering(RtfRole next) {
    return new RtfGroup(next, look, fallback, new StringBuilder(), true);
  }

  /** Text kept until the group that began it ends. */
  StringBuilder gathered() {
    return gathered;
  }

  /** Whether the text it gathers began here. */
  boolean begins() {
    return begins;
  }
}
