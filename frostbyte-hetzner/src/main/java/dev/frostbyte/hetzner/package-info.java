/**
 * A read-only client of the Hetzner Cloud API: locations, server types and networks of one project.
 *
 * <p>{@link dev.frostbyte.hetzner.HetznerClient} is the entry. Every call ends in a {@link
 * dev.frostbyte.hetzner.HetznerResult}: a value, or one of the cases of {@link
 * dev.frostbyte.hetzner.HetznerError}. Nothing here changes anything at the provider.
 */
@NullMarked
package dev.frostbyte.hetzner;

import org.jspecify.annotations.NullMarked;
