package dev.frostbyte.core.engine;

import dev.frostbyte.api.tenant.TenantId;
import dev.frostbyte.core.plugin.Closing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is open of each tenant: made for its first user, closed with its last. Opening or closing
 * one tenant takes as long as it takes and holds up no other. Thread-safe.
 *
 * @param <R> what is open of a tenant
 */
final class OpenTenants<R extends AutoCloseable> {
  private final Object monitor = new Object();
  private final Map<TenantId, Shared<R>> shared = new HashMap<>();
  private boolean ended;

  /**
   * What is open of the tenant, opened when nothing is; the caller releases the tenant once. When
   * the opening fails nothing is to be released.
   *
   * @throws IllegalStateException after the end
   */
  R acquire(TenantId tenant, Failures.Action<R> opening) {
    Shared<R> entry = enter(tenant);
    try {
      return entry.opened(opening);
    } catch (RuntimeException | Error e) {
      leave(tenant, entry);
      throw e;
    }
  }

  /** One user less; the last one closes and waits for that. Does nothing after the end. */
  void release(TenantId tenant) {
    Shared<R> entry;
    synchronized (monitor) {
      entry = shared.get(tenant);
    }
    if (entry != null) {
      leave(tenant, entry);
    }
  }

  /**
   * Lets nobody in any more and waits for tenants that are just being opened or closed.
   *
   * @return what is open; the caller closes it
   */
  List<R> end() {
    List<Shared<R>> entries;
    synchronized (monitor) {
      ended = true;
      entries = List.copyOf(shared.values());
      shared.clear();
    }
    List<R> open = new ArrayList<>();
    entries.forEach(entry -> entry.end(open));
    return open;
  }

  private Shared<R> enter(TenantId tenant) {
    synchronized (monitor) {
      if (ended) {
        throw pipelineClosed();
      }
      Shared<R> entry = shared.computeIfAbsent(tenant, unknown -> new Shared<>());
      entry.users++;
      return entry;
    }
  }

  /** An entry stays known while it closes: whoever wants the tenant then waits for that. */
  private void leave(TenantId tenant, Shared<R> entry) {
    synchronized (entry) {
      try {
        if (users(entry, -1) == 0) {
          entry.close();
        }
      } finally {
        forgetUnused(tenant, entry);
      }
    }
  }

  private int users(Shared<R> entry, int more) {
    synchronized (monitor) {
      entry.users += more;
      return entry.users;
    }
  }

  private void forgetUnused(TenantId tenant, Shared<R> entry) {
    synchronized (monitor) {
      if (entry.users == 0) {
        shared.remove(tenant, entry);
      }
    }
  }

  private static IllegalStateException pipelineClosed() {
    return new IllegalStateException("the pipeline was closed; build another");
  }

  /** One tenant; its monitor is held while it is opened or closed. */
  private static final class Shared<R extends AutoCloseable> {
    private @Nullable R open;
    private boolean ended;

    /** Belongs to the monitor of all. */
    private int users;

    synchronized R opened(Failures.Action<R> opening) {
      if (ended) {
        throw pipelineClosed();
      }
      R now = open == null ? Failures.attempt(opening) : open;
      open = now;
      return now;
    }

    synchronized void end(List<R> into) {
      ended = true;
      if (open != null) {
        into.add(open);
      }
      open = null;
    }

    synchronized void close() {
      R closing = open;
      open = null;
      if (closing != null) {
        Failures.attempt(
            () -> {
              Closing.all(List.of(closing));
              return true;
            });
      }
    }
  }
}
