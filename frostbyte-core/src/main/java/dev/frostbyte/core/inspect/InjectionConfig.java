package dev.frostbyte.core.inspect;

/**
 * What the injection inspector takes. Immutable.
 *
 * @param mostPerRule most findings of one rule in one text, 1 to 10,000; more say nothing new
 */
record InjectionConfig(int mostPerRule) {
  static final InjectionConfig DEFAULT = new InjectionConfig(100);

  InjectionConfig {
    if (mostPerRule < 1 || mostPerRule > 10_000) {
      throw new IllegalArgumentException("mostPerRule must be 1 to 10000, got " + mostPerRule);
    }
  }
}
