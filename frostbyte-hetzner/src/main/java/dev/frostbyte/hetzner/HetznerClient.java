package dev.frostbyte.hetzner;

import java.util.List;

/**
 * Reads the locations, server types and networks of one Hetzner Cloud project.
 *
 * <p>Thread-safe. A call blocks its thread; it takes at most {@code maxPages + maxRetries} requests
 * of {@code timeout} each and {@code maxRetries} waits of {@code maxWait} each. Whoever builds the
 * client closes it. Every call ends in a {@link HetznerResult}; after {@link #close()} that is
 * {@link HetznerError.Stopped}.
 */
public final class HetznerClient implements AutoCloseable {
  private final Settings settings;
  private final Transport transport;

  HetznerClient(HetznerToken token, Settings settings) {
    this.settings = settings;
    this.transport = new Transport(token, settings);
  }

  /** Starts a client for the project of this token; the limits have safe defaults. */
  public static HetznerClientBuilder builder(HetznerToken token) {
    return new HetznerClientBuilder(token);
  }

  /** All locations. */
  public HetznerResult<List<Location>> locations() {
    return all(Resource.LOCATIONS);
  }

  /** The location of this id; unknown ids end in {@link ErrorCode#NOT_FOUND}. */
  public HetznerResult<Location> location(long id) {
    return one(Resource.LOCATIONS, id);
  }

  /** All server types, deprecated ones too. */
  public HetznerResult<List<ServerType>> serverTypes() {
    return all(Resource.SERVER_TYPES);
  }

  /** The server type of this id; unknown ids end in {@link ErrorCode#NOT_FOUND}. */
  public HetznerResult<ServerType> serverType(long id) {
    return one(Resource.SERVER_TYPES, id);
  }

  /** All networks of the project. */
  public HetznerResult<List<Network>> networks() {
    return all(Resource.NETWORKS);
  }

  /** The network of this id; unknown ids end in {@link ErrorCode#NOT_FOUND}. */
  public HetznerResult<Network> network(long id) {
    return one(Resource.NETWORKS, id);
  }

  /** Stops running calls, also those that wait, and frees the connections. Idempotent. */
  @Override
  public void close() {
    transport.close();
  }

  private <T> HetznerResult<List<T>> all(Resource<T> resource) {
    Listing<T> listing = new Listing<>(resource, settings.perPage(), settings.maxPages());
    return Operation.run(
        transport, settings, operation -> listing.read(page -> operation.page(resource, page)));
  }

  private <T> HetznerResult<T> one(Resource<T> resource, long id) {
    return Operation.run(transport, settings, operation -> operation.entry(resource, id));
  }
}
