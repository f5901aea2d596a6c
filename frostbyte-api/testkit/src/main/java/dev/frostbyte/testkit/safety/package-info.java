/**
 * Labelled texts for whoever writes or judges a {@link dev.frostbyte.api.spi.SafetyInspector}:
 * generated attacks in four languages, ways to disguise them, harmless texts that use the same
 * words. Same seed, same texts.
 */
@NullMarked
package dev.frostbyte.testkit.safety;

import org.jspecify.annotations.NullMarked;
