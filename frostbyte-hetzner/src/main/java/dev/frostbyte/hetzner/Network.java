package dev.frostbyte.hetzner;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A private network of the project. Immutable. Texts are the provider's, unchanged.
 *
 * @param id positive
 * @param name unique in the project, not blank
 * @param ipRange CIDR, such as {@code 10.0.0.0/16}
 * @param labels in the order received; empty when the answer has none
 * @param serverIds servers attached
 * @param deleteProtected empty when the answer does not say, which is not "unprotected"
 */
public record Network(
    long id,
    String name,
    Optional<String> ipRange,
    Map<String, String> labels,
    List<Subnet> subnets,
    List<Route> routes,
    List<Long> serverIds,
    Optional<Boolean> deleteProtected,
    Optional<Instant> created) {

  public Network {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    subnets = List.copyOf(subnets);
    routes = List.copyOf(routes);
    serverIds = List.copyOf(serverIds);
  }

  /**
   * A part of the network's range. Immutable.
   *
   * @param type {@code cloud}, {@code server} or {@code vswitch}, as of this release
   * @param ipRange CIDR
   * @param gateway IP address
   * @param vswitchId present for type {@code vswitch}
   */
  public record Subnet(
      Optional<String> type,
      Optional<String> ipRange,
      Optional<String> networkZone,
      Optional<String> gateway,
      OptionalLong vswitchId) {}

  /**
   * A static route. Immutable.
   *
   * @param destination CIDR
   * @param gateway IP address
   */
  public record Route(Optional<String> destination, Optional<String> gateway) {}
}
