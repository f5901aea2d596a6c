/**
 * Decides what findings mean: runs the inspectors closed on failure, weighs findings against the
 * tenant's thresholds, redacts personal data and keeps the map between ORIGINAL and SERVED.
 */
@NullMarked
package dev.frostbyte.core.policy;

import org.jspecify.annotations.NullMarked;
