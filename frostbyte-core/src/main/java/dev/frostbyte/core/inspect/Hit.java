package dev.frostbyte.core.inspect;

import java.util.Comparator;

/**
 * An instruction found in a text. Immutable.
 *
 * @param rule stable id
 * @param family group of rules; {@code quoted} for what is only talked about
 * @param from first code point of the inspected text
 * @param to one past the last
 */
record Hit(String rule, String family, double score, int from, int to) {
  static final Comparator<Hit> BY_PLACE =
      Comparator.comparingInt(Hit::from).thenComparingInt(Hit::to).thenComparing(Hit::rule);
}
