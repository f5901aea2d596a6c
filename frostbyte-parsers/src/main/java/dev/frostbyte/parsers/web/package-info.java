/** HTML: what a browser without scripts would show, and what it would not. */
@NullMarked
package dev.frostbyte.parsers.web;

import org.jspecify.annotations.NullMarked;
