/**
 * The library's front door: a {@link dev.frostbyte.core.Pipeline} is built once, a {@link
 * dev.frostbyte.core.TenantSession} is opened for one tenant by one caller.
 */
@NullMarked
package dev.frostbyte.core;

import org.jspecify.annotations.NullMarked;
