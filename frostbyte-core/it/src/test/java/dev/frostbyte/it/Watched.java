package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.seal.KeyProvider;
import dev.frostbyte.api.spi.ObjectStore;
import dev.frostbyte.api.spi.ParserHost;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts the {@link Boundary} between the engine and the real thing behind an interface: the laws are
 * asked before a call, the ledger is told after it. Stateless.
 */
final class Watched {
  /** Calls that change nothing and cannot fail, and those that give back what the process holds. */
  private static final Set<String> FREE =
      Set.of(
          "close",
          "space",
          "tokens",
          "level",
          "origin",
          "out",
          "verifierKey",
          "verifierKeys",
          "cosignerKey",
          "equals",
          "hashCode",
          "toString",
          "size");

  /** After such a call failed, the log refuses everything, as the contract of logs says. */
  private static final Set<String> POISONING = Set.of("append", "record", "seal");

  private Watched() {}

  /** A watched view of something that serves all tenants. */
  static <T> T shared(Class<T> type, T real, Boundary boundary) {
    return proxy(type, (self, method, arguments) -> pass(real, method, arguments, boundary));
  }

  /** A watched view of one tenant's stage. */
  static <T> T stage(Class<T> type, T real, Boundary boundary) {
    Ledger ledger = boundary.ledgers().opening();
    return stage(type, real, boundary, ledger);
  }

  private static <T> T stage(Class<T> type, T real, Boundary boundary, Ledger ledger) {
    return proxy(
        type,
        (self, method, arguments) -> {
          if (!free(method)) {
            EffectLaws.check(method, arguments, ledger, boundary.ledgers());
          }
          Object answer = pass(real, method, arguments, boundary);
          return answer instanceof ObjectStore.Draft draft
              ? stage(ObjectStore.Draft.class, draft, boundary, ledger)
              : answer;
        });
  }

  /** A watched host, whose seats are watched too. */
  static ParserHost host(ParserHost real, Boundary boundary) {
    return proxy(
        ParserHost.class,
        (self, method, arguments) -> {
          Object answer = pass(real, method, arguments, boundary);
          return answer instanceof ParserHost.Seat seat
              ? shared(ParserHost.Seat.class, seat, boundary)
              : answer;
        });
  }

  /** Watched master keys. */
  static KeyProvider keys(KeyProvider real, Boundary boundary) {
    return proxy(
        KeyProvider.class,
        (self, method, arguments) -> {
          if (method.getName().equals("destroy")) {
            EffectLaws.checkKeyDestroyed(boundary.ledgers());
          }
          return pass(real, method, arguments, boundary);
        });
  }

  /** A watched provider of watched logs. */
  static AuditProvider audit(AuditProvider real, Boundary boundary) {
    return proxy(
        AuditProvider.class,
        (self, method, arguments) -> {
          Object answer = pass(real, method, arguments, boundary);
          return answer instanceof AuditLog log
              ? opened(log, (String) arguments[1], boundary)
              : answer;
        });
  }

  private static AuditLog opened(AuditLog log, String name, Boundary boundary) throws IOException {
    Ledger ledger = boundary.ledgers().of(name);
    List<AuditEntry> entries = new ArrayList<>();
    log.replay(0, entries::add);
    ledger.opened(entries).ifPresent(lost -> boundary.ledgers().require(false, lost));
    if (!name.equals(Ledgers.DEPLOYMENT)) {
      boundary.ledgers().opening(ledger);
    }
    return proxy(AuditLog.class, new LogHandler(log, ledger, boundary));
  }

  private static Object pass(Object real, Method method, Object[] arguments, Boundary boundary)
      throws Throwable {
    return free(method)
        ? Boundary.invoke(real, method, arguments)
        : boundary.pass(method, () -> Boundary.invoke(real, method, arguments));
  }

  private static boolean free(Method method) {
    return FREE.contains(method.getName());
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Watched.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Tells the ledger what the engine was told, and fails for good as real logs do. */
  private static final class LogHandler implements InvocationHandler {
    private final AuditLog real;
    private final Ledger ledger;
    private final Boundary boundary;
    private boolean poisoned;

    LogHandler(AuditLog real, Ledger ledger, Boundary boundary) {
      this.real = real;
      this.ledger = ledger;
      this.boundary = boundary;
    }

    @Override
    public synchronized Object invoke(Object self, Method method, Object[] arguments)
        throws Throwable {
      if (!free(method) && poisoned) {
        throw new IOException("the log failed before");
      }
      if (!free(method)) {
        EffectLaws.check(method, arguments, ledger, boundary.ledgers());
      }
      if (arguments != null && arguments.length > 0 && arguments[0] instanceof AuditEvent event) {
        EffectLaws.checkOutcome(event, ledger, boundary.ledgers());
      }
      try {
        Object answer = pass(real, method, arguments, boundary);
        tell(method.getName(), arguments, answer);
        return answer;
      } catch (IOException e) {
        poisoned = poisoned || POISONING.contains(method.getName());
        throw e;
      }
    }

    private void tell(String call, Object[] arguments, Object answer) {
      if (call.equals("append") || call.equals("record")) {
        ledger.recorded((AuditReceipt) answer, (AuditEvent) arguments[0]);
      }
      if (call.equals("append") || call.equals("seal")) {
        ledger.forced();
      }
    }
  }
}
