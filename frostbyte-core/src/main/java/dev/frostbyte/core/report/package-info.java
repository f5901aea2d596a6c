/** Acceptance reports from the journal. */
@NullMarked
package dev.frostbyte.core.report;

import org.jspecify.annotations.NullMarked;
