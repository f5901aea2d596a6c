package dev.frostbyte.api.model;

/**
 * Evidence for one element of a canonical document. Immutable.
 *
 * @param element its number
 */
public record ElementEvidence(int element, Evidence evidence) {}
