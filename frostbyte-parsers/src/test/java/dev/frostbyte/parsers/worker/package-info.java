/** Tests of the process host. */
@NullMarked
package dev.frostbyte.parsers.worker;

import org.jspecify.annotations.NullMarked;
