/** Content-addressed objects in files. */
@NullMarked
package dev.frostbyte.store.objects;

import org.jspecify.annotations.NullMarked;
