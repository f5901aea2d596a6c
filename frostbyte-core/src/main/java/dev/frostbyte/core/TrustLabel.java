package dev.frostbyte.core;

import java.util.Locale;

/** How far a passage may be trusted: never as an instruction. */
public enum TrustLabel {
  /** Text of a document in which nothing suspicious was found: data, not instructions. */
  UNTRUSTED,
  /** Text in which something was found that did not stop it: keep it out of generation. */
  FLAGGED;

  /** As prompts and command lines spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
