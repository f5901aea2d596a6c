/** The only way off this machine: consent, audit and bounds around HTTP. */
@NullMarked
package dev.frostbyte.core.egress;

import org.jspecify.annotations.NullMarked;
