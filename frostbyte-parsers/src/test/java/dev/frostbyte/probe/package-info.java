/** A host application in small, packed in every way a host is packed. */
@NullMarked
package dev.frostbyte.probe;

import org.jspecify.annotations.NullMarked;
