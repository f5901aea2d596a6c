package dev.frostbyte.hetzner;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A place with data centres. Immutable. Texts are the provider's, unchanged.
 *
 * @param id positive
 * @param name unique, not blank, such as {@code fsn1}
 * @param country ISO 3166-1 alpha-2 code
 * @param latitude degrees
 * @param longitude degrees
 * @param networkZone networks span the locations of one zone, such as {@code eu-central}
 */
public record Location(
    long id,
    String name,
    Optional<String> description,
    Optional<String> country,
    Optional<String> city,
    OptionalDouble latitude,
    OptionalDouble longitude,
    Optional<String> networkZone) {}
