package dev.frostbyte.parsers.text;

/** Names library versions for fingerprints. */
final class Libraries {
  private Libraries() {}

  /** The version the jar of this class says it has; empty when it says none. */
  static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
