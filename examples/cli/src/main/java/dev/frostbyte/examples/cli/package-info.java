/** The command line: one small class for each command. */
@NullMarked
package dev.frostbyte.examples.cli;

import org.jspecify.annotations.NullMarked;
