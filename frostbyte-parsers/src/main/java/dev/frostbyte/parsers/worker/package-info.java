/**
 * Runs parsers in child processes that can be killed. The parent trusts nothing a child says: every
 * frame is checked, every number bounded.
 */
@NullMarked
package dev.frostbyte.parsers.worker;

import org.jspecify.annotations.NullMarked;
