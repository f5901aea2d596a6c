package dev.frostbyte.core.policy;

import java.util.Locale;

/**
 * What malware scanners said about a file: trusted words, for events and reports. Immutable.
 *
 * @param engine every engine that looked, with its version; empty when none did
 * @param threat name of the signature that matched; empty when none did
 */
public record Scan(Verdict verdict, String engine, String threat) {
  /** No scanner is configured. */
  public static final Scan NONE = new Scan(Verdict.NOT_CONFIGURED, "", "");

  /** The file was refused before it came to that. */
  public static final Scan NOT_REACHED = new Scan(Verdict.NOT_REACHED, "", "");

  /** How a scan can end. */
  public enum Verdict {
    /** Every scanner looked at every byte and knows nothing bad. */
    CLEAN,
    /** One knows it. */
    INFECTED,
    /** One could not look at all of it. */
    FAILED,
    /** There is no scanner. */
    NOT_CONFIGURED,
    /** Refused before. */
    NOT_REACHED;

    /** As events spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
