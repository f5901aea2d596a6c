package dev.frostbyte.hetzner;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A kind of server that can be ordered. Immutable. Texts are the provider's, unchanged.
 *
 * @param id positive
 * @param name unique, not blank, such as {@code cpx22}
 * @param cores virtual processors
 * @param memory gigabytes
 * @param disk gigabytes
 * @param cpuType {@code shared} or {@code dedicated}, as of this release
 * @param architecture {@code x86} or {@code arm}, as of this release
 * @param deprecation present when the type ends everywhere; {@link Offer#deprecation()} is newer
 *     and says it per location
 * @param offers where the type exists; empty when the answer does not say
 * @param prices per location; empty when the answer does not say
 */
public record ServerType(
    long id,
    String name,
    Optional<String> description,
    OptionalInt cores,
    OptionalDouble memory,
    OptionalDouble disk,
    Optional<String> cpuType,
    Optional<String> architecture,
    Optional<Deprecation> deprecation,
    List<Offer> offers,
    List<Price> prices) {

  public ServerType {
    offers = List.copyOf(offers);
    prices = List.copyOf(prices);
  }

  /** When a type stops to be orderable. Immutable. */
  public record Deprecation(Optional<Instant> announced, Optional<Instant> unavailableAfter) {}

  /** The type in one location. Immutable. */
  public record Offer(long id, String name, Optional<Deprecation> deprecation) {}

  /**
   * What the type costs in one location, in the currency of the account. Immutable.
   *
   * @param location name of the location
   */
  public record Price(
      Optional<String> location, Optional<Amount> hourly, Optional<Amount> monthly) {}

  /** An amount of money without and with tax, exact. Immutable. */
  public record Amount(Optional<BigDecimal> net, Optional<BigDecimal> gross) {}
}
