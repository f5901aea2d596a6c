/** A parser plugin: iCalendar files. */
@NullMarked
package dev.frostbyte.examples.calendar;

import org.jspecify.annotations.NullMarked;
