package dev.frostbyte.core.inspect;

import java.util.Locale;

/** Languages with a grammar of their own, a resource file each. */
enum Language {
  /** English. */
  EN,
  /** German. */
  DE,
  /** French. */
  FR,
  /** Spanish. */
  ES;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
