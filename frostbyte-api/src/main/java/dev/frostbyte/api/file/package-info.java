/** Durable files: the few operations whose order decides what survives a crash. */
@NullMarked
package dev.frostbyte.api.file;

import org.jspecify.annotations.NullMarked;
