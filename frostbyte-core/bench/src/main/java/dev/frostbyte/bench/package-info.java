/**
 * Benchmarks; each main class says what it measures and which arguments it takes. All are started
 * from the top of the repository in the same way:
 *
 * <pre>{@code
 * mvn -q -DskipTests -pl frostbyte-core/bench -am package
 * java -cp 'frostbyte-core/bench/target/classes:frostbyte-core/bench/target/lib/*' CLASS ARGUMENTS
 * }</pre>
 *
 * <p>{@code CLASS} is the full name, such as {@code dev.frostbyte.bench.ErasureCost}; {@code
 * CLASSPATH} in the other pages means what follows {@code -cp} here. Java is 21 or newer; on
 * Windows a semicolon parts the two places. A folder given must be empty or absent and lie on a
 * disk, not in memory, since forces are measured.
 */
@NullMarked
package dev.frostbyte.bench;

import org.jspecify.annotations.NullMarked;
