package dev.frostbyte.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the engine was told is durable, log by log, and every law that a call broke. Kept outside
 * the engine; outlives crashes. Thread-safe.
 */
final class Ledgers {
  /** Name of the log of logs. */
  static final String DEPLOYMENT = "deployment";

  private final Map<String, Ledger> logs = new TreeMap<>();
  private final List<String> broken = new ArrayList<>();
  private final ThreadLocal<Ledger> opening = ThreadLocal.withInitial(() -> new Ledger("none"));

  synchronized Ledger of(String log) {
    return logs.computeIfAbsent(log, Ledger::new);
  }

  Ledger deployment() {
    return of(DEPLOYMENT);
  }

  /** Ledgers of tenants. */
  synchronized List<Ledger> tenants() {
    return logs.entrySet().stream()
        .filter(log -> !log.getKey().equals(DEPLOYMENT))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A tenant's log was opened; its stages are opened next, by the same thread. */
  void opening(Ledger ledger) {
    opening.set(ledger);
  }

  /** The ledger of the tenant that this thread opens. */
  Ledger opening() {
    return opening.get();
  }

  synchronized void require(boolean holds, String law) {
    if (!holds) {
      broken.add(law);
    }
  }

  /** Laws that were broken, in the order of breaking. */
  synchronized List<String> broken() {
    return List.copyOf(broken);
  }
}
