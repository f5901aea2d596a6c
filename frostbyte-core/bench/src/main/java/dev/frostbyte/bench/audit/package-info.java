/** What the audit log costs and how fast it is read back, with real forces. */
@NullMarked
package dev.frostbyte.bench.audit;

import org.jspecify.annotations.NullMarked;
