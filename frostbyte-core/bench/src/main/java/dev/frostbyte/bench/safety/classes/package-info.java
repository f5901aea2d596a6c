/** A trained second opinion about what kind of document a text is, and what it would be worth. */
@NullMarked
package dev.frostbyte.bench.safety.classes;

import org.jspecify.annotations.NullMarked;
