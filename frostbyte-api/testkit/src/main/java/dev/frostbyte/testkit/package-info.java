/** Contracts that every plugin must pass, and what is needed to run them without the engine. */
@NullMarked
package dev.frostbyte.testkit;

import org.jspecify.annotations.NullMarked;
