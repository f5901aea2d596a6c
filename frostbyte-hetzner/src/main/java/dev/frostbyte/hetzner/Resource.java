package dev.frostbyte.hetzner;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A kind of resource and how to read it. Immutable.
 *
 * @param many path segment and name of the list in an answer
 * @param one name of a single resource in an answer
 */
record Resource<T>(String many, String one, Function<Fields, T> reader, ToLongFunction<T> id) {

  static final Resource<Location> LOCATIONS =
      new Resource<>("locations", "location", Resource::location, Location::id);
  static final Resource<ServerType> SERVER_TYPES =
      new Resource<>("server_types", "server_type", Resource::serverType, ServerType::id);
  static final Resource<Network> NETWORKS =
      new Resource<>("networks", "network", Resource::network, Network::id);

  private static Location location(Fields fields) {
    return new Location(
        fields.id(),
        fields.requiredText("name"),
        fields.text("description"),
        fields.text("country"),
        fields.text("city"),
        fields.number("latitude"),
        fields.number("longitude"),
        fields.text("network_zone"));
  }

  private static ServerType serverType(Fields fields) {
    return new ServerType(
        fields.id(),
        fields.requiredText("name"),
        fields.text("description"),
        fields.count("cores"),
        fields.number("memory"),
        fields.number("disk"),
        fields.text("cpu_type"),
        fields.text("architecture"),
        fields.object("deprecation").map(Resource::deprecation),
        fields.list("locations", Resource::offer),
        fields.list("prices", Resource::price));
  }

  private static ServerType.Deprecation deprecation(Fields fields) {
    return new ServerType.Deprecation(fields.time("announced"), fields.time("unavailable_after"));
  }

  private static ServerType.Offer offer(Fields fields) {
    return new ServerType.Offer(
        fields.id(),
        fields.requiredText("name"),
        fields.object("deprecation").map(Resource::deprecation));
  }

  private static ServerType.Price price(Fields fields) {
    return new ServerType.Price(
        fields.text("location"),
        fields.object("price_hourly").map(Resource::amount),
        fields.object("price_monthly").map(Resource::amount));
  }

  private static ServerType.Amount amount(Fields fields) {
    return new ServerType.Amount(fields.amount("net"), fields.amount("gross"));
  }

  private static Network network(Fields fields) {
    return new Network(
        fields.id(),
        fields.requiredText("name"),
        fields.text("ip_range"),
        fields.texts("labels"),
        fields.list("subnets", Resource::subnet),
        fields.list("routes", Resource::route),
        fields.numbers("servers"),
        fields.object("protection").flatMap(protection -> protection.flag("delete")),
        fields.time("created"));
  }

  private static Network.Subnet subnet(Fields fields) {
    return new Network.Subnet(
        fields.text("type"),
        fields.text("ip_range"),
        fields.text("network_zone"),
        fields.text("gateway"),
        fields.whole("vswitch_id"));
  }

  private static Network.Route route(Fields fields) {
    return new Network.Route(fields.text("destination"), fields.text("gateway"));
  }
}
