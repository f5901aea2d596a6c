/** Finding plugins, checking them, and opening the chosen ones. */
@NullMarked
package dev.frostbyte.core.plugin;

import org.jspecify.annotations.NullMarked;
