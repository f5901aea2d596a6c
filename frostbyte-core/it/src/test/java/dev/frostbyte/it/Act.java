package dev.frostbyte.it;

import dev.frostbyte.api.tenant.TenantId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One thing a caller does. Immutable.
 *
 * @param tenant 0 or 1
 * @param pick which file, or which document, modulo how many there are
 */
record Act(Deed deed, int tenant, int pick) {
  /** What callers can do. */
  enum Deed {
    INGEST_ONE,
    INGEST_ALL,
    SEARCH,
    APPROVE,
    RELEASE,
    REJECT,
    ERASE,
    REBUILD,
    EXPORT,
    REPORT,
    PROVE,
    REOPEN,
    RECONFIGURE,
    UNKNOWN_TENANT,
    FOREIGN_BATCH
  }

  /** A script that makes every call there is: each deed, each outcome, both tenants. */
  static List<Act> everything() {
    Stream<Act> begin = Stream.of(new Act(Deed.INGEST_ALL, 0, 0), new Act(Deed.INGEST_ONE, 1, 0));
    Stream<Act> rest =
        IntStream.range(2, Deed.values().length).mapToObj(i -> new Act(Deed.values()[i], 0, 0));
    Stream<Act> end =
        Stream.of(
            new Act(Deed.INGEST_ALL, 0, 0),
            new Act(Deed.INGEST_ONE, 0, 0),
            new Act(Deed.ERASE, 0, 1),
            new Act(Deed.SEARCH, 0, 1),
            new Act(Deed.SEARCH, 1, 0));
    return Stream.of(begin, rest, end).flatMap(acts -> acts).toList();
  }

  TenantId name() {
    return tenant == 0 ? House.A : House.B;
  }
}
