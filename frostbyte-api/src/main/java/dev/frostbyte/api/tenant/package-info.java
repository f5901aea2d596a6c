/** The tenant as a capability: who calls, for which tenant, and the space a plugin may use. */
@NullMarked
package dev.frostbyte.api.tenant;

import org.jspecify.annotations.NullMarked;
