@NullMarked
package dev.frostbyte.parsers.office;

import org.jspecify.annotations.NullMarked;
