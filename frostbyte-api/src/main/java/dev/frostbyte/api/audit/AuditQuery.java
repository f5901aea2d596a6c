package dev.frostbyte.api.audit;

import java.time.Instant;
import java.util.Set;

/**
 * Asks a log for events. Every part narrows the answer; {@link #all()} narrows nothing. Immutable.
 *
 * <pre>{@code
 * AuditPage page = log.query(AuditQuery.all().since(monday).types(EventType.DOCUMENT_PUBLISHED));
 * }</pre>
 *
 * @param from first index, from 0
 * @param to end of the indexes; an end past the log is fine
 * @param since earliest time of the events
 * @param until end of the times: an event of this very time is no longer meant
 * @param types only events of these types; empty for every type
 * @param scope what the events have to do with
 * @param verified whether the journal is read again from its signed root, instead of believing the
 *     index that makes queries fast; see {@link AuditPage#verified}
 * @param limit most events of a page, 1 to {@link #MAX_LIMIT}
 */
public record AuditQuery(
    long from,
    long to,
    Instant since,
    Instant until,
    Set<EventType> types,
    Scope scope,
    boolean verified,
    int limit) {
  /** Most events of a page. */
  public static final int MAX_LIMIT = 1_000;

  /**
   * Checks every part.
   *
   * @throws IllegalArgumentException when a range ends before it begins, or a number is outside of
   *     its limits
   */
  public AuditQuery {
    require(from >= 0, "its first index is " + from + "; indexes begin at 0");
    require(from <= to, "its indexes end at " + to + ", before " + from);
    require(!until.isBefore(since), "its times end at " + until + ", before " + since);
    require(
        limit >= 1 && limit <= MAX_LIMIT,
        "its limit is " + limit + "; a page holds 1 to " + MAX_LIMIT + " events");
    types = Set.copyOf(types);
  }

  /** Every event, in pages of 100. */
  public static AuditQuery all() {
    return new AuditQuery(
        0, Long.MAX_VALUE, Instant.MIN, Instant.MAX, Set.of(), new Scope.Any(), false, 100);
  }

  /** From this index on. */
  public AuditQuery from(long index) {
    return new AuditQuery(index, to, since, until, types, scope, verified, limit);
  }

  /** Up to, and without, this index. */
  public AuditQuery to(long index) {
    return new AuditQuery(from, index, since, until, types, scope, verified, limit);
  }

  /** From this time on. */
  public AuditQuery since(Instant time) {
    return new AuditQuery(from, to, time, until, types, scope, verified, limit);
  }

  /** Up to, and without, this time. */
  public AuditQuery until(Instant time) {
    return new AuditQuery(from, to, since, time, types, scope, verified, limit);
  }

  /** Of these types only; none for every type. */
  public AuditQuery types(EventType... wanted) {
    return types(Set.of(wanted));
  }

  /** Of these types only; none for every type. */
  public AuditQuery types(Set<EventType> wanted) {
    return new AuditQuery(from, to, since, until, wanted, scope, verified, limit);
  }

  /** Having to do with this only. */
  public AuditQuery scope(Scope wanted) {
    return new AuditQuery(from, to, since, until, types, wanted, verified, limit);
  }

  /** Read again from the journal and checked against the checkpoint, or believed. */
  public AuditQuery verified(boolean wanted) {
    return new AuditQuery(from, to, since, until, types, scope, wanted, limit);
  }

  /** At most this many events a page. */
  public AuditQuery limit(int events) {
    return new AuditQuery(from, to, since, until, types, scope, verified, events);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("audit query refused: " + what);
    }
  }

  /** What events have to do with. Immutable. */
  public sealed interface Scope {
    /** Anything. */
    record Any() implements Scope {}

    /**
     * Events about one subject.
     *
     * @param subject pseudonym or id, as events name it
     */
    record Subject(String subject) implements Scope {}

    /**
     * Events of one actor.
     *
     * @param actor pseudonym, as events name it
     */
    record Actor(String actor) implements Scope {}

    /**
     * The events of a subject, every event that follows from one of them, directly or not, and
     * every event that any of these follows from. An event follows from those before it whose ids
     * it names as {@link AuditEvent#previous}. An id that no event before it has is a {@link
     * AuditPage#breaks break}.
     *
     * @param subject pseudonym or id, as events name it
     */
    record Chain(String subject) implements Scope {}

    /**
     * Intents no later event closes: none follows from it whose type {@link EventType#closes} it.
     */
    record OpenIntents() implements Scope {}
  }
}
