package dev.frostbyte.bench.safety.hidden;

/**
 * One document that shows one text and hides another. Immutable.
 *
 * @param channel by which it hides it
 * @param way number of the way of the channel, from 0
 * @param name of the file
 * @param bytes must not be changed
 */
record Specimen(Channel channel, int way, String name, byte[] bytes, Marks marks) {}
