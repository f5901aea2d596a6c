package dev.frostbyte.core.inspect;

/** How a reading of a text came about; enters the rule id of what is found in it. */
enum Decoding {
  /** The text as it stands. */
  PLAIN(""),
  /** Spaced, split, glued, scrambled or digit-for-letter words put together. */
  JOINED(".joined"),
  /** Letters moved by 13. */
  ROT13(".rot13"),
  /** Read from the end. */
  REVERSED(".reversed"),
  /** HTML character references resolved. */
  ENTITIES(".entities"),
  /** Percent escapes resolved. */
  PERCENT(".percent"),
  /** Base64 resolved. */
  BASE64(".base64"),
  /** Tag characters read as ASCII. */
  TAGS(".tags");

  private final String suffix;

  Decoding(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }
}
