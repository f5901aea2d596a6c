package dev.frostbyte.it;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import java.lang.reflect.Proxy;

/** Makes an engine that leaves out one type of event, to see whether a test notices. Stateless. */
final class Forgetful {
  private Forgetful() {}

  /** The logs of this provider take events of the type and throw them away. */
  static AuditProvider of(AuditProvider real, EventType left) {
    return proxy(
        AuditProvider.class,
        (self, method, arguments) -> {
          Object answer = Boundary.invoke(real, method, arguments);
          return answer instanceof AuditLog log ? forgetful(log, left) : answer;
        });
  }

  private static AuditLog forgetful(AuditLog real, EventType left) {
    return proxy(
        AuditLog.class,
        (self, method, arguments) ->
            arguments != null
                    && arguments.length > 0
                    && arguments[0] instanceof AuditEvent event
                    && event.type() == left
                ? new AuditReceipt(real.origin(), real.size(), ContentHash.of(new byte[0]))
                : Boundary.invoke(real, method, arguments));
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Forgetful.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
