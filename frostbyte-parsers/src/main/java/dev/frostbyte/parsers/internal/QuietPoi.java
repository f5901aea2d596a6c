package dev.frostbyte.parsers.internal;

/**
 * Keeps POI, whose messages may quote documents, from writing to the standard error stream.
 * Thread-safe.
 */
public final class QuietPoi {
  private static final String LEVEL = "log4j2.simplelogLevel";

  private QuietPoi() {}

  /** With Log4j's interface but no Log4j behind it, errors would be printed. */
  public static synchronized void prepare() {
    if (System.getProperty(LEVEL) == null) {
      System.setProperty(LEVEL, "OFF");
    }
  }
}
