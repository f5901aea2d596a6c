/** Mail (RFC 5322 and MIME). */
@NullMarked
package dev.frostbyte.parsers.mail;

import org.jspecify.annotations.NullMarked;
