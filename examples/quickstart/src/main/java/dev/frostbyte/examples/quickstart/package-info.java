/** The main job as one program: two tenants from intake to erasure and audit. */
@NullMarked
package dev.frostbyte.examples.quickstart;

import org.jspecify.annotations.NullMarked;
