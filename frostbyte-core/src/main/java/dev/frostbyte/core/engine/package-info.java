/** The running pipeline: tenant runtimes, the writer, projections, erasure. */
@NullMarked
package dev.frostbyte.core.engine;

import org.jspecify.annotations.NullMarked;
