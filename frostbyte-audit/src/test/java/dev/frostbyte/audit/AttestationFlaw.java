package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditProvider;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.model.FrostbyteException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;

/** What a provider does wrong about witnesses, time stamps or its key, to show that it is seen. */
enum AttestationFlaw {
  /** No proof leads to the checkpoint. */
  NO_PROOF("witnessRequest", (log, given) -> withoutProof(log.witnessRequest(old(given)))),
  /** The proof is that from another size. */
  OTHER_PROOF("witnessRequest", (log, given) -> fromOne(log, old(given))),
  /** Any size will do. */
  ANY_SIZE("witnessRequest", (log, given) -> log.witnessRequest(within(log, old(given)))),
  /** A cosignature that does not verify is taken. */
  ANY_COSIGNATURE("cosigned", AttestationFlaw::cosignedAnyhow),
  /** A cosignature is shown and forgotten. */
  FORGOTTEN_COSIGNATURE("cosigned", (log, given) -> shown(log.seal(), (String) given[1])),
  /** A time stamp that does not verify is taken. */
  ANY_STAMP("stamped", AttestationFlaw::stampedAnyhow),
  /** A time stamp is answered for and forgotten. */
  FORGOTTEN_STAMP("stamped", (log, given) -> stamp(log)),
  /** A change of the key that the log did not make is taken for an event. */
  ANYBODY_ROTATES("append", AttestationFlaw::appendAnything),
  /** The key stays. */
  SAME_KEY("rotate", provider -> {}),
  /** The key changes under logs that are open; here it is only said to. */
  BUSY_KEY("rotate", AttestationFlaw::rotateAnyhow),
  /** The older key stays, so that a log can be opened that was not handed over. */
  NOTHING_RETIRED("retire", provider -> {});

  private final String method;
  private final Lie lie;

  AttestationFlaw(String method, LogLie lie) {
    this.method = method;
    this.lie = (honest, given) -> lie.tell((AuditLog) honest, given);
  }

  AttestationFlaw(String method, ProviderLie lie) {
    this.method = method;
    this.lie =
        (honest, given) -> {
          lie.tell((AuditProvider) honest);
          return "nothing";
        };
  }

  /** The provider with this flaw, in its logs too. */
  AuditProvider on(AuditProvider honest) {
    return lying(AuditProvider.class, honest);
  }

  private <T> T lying(Class<T> type, T honest) {
    InvocationHandler handler =
        (proxy, called, given) -> {
          if (called.getName().equals(method)) {
            return lie.tell(honest, given);
          }
          try {
            Object answer = called.invoke(honest, given);
            return answer instanceof AuditLog log ? lying(AuditLog.class, log) : answer;
          } catch (InvocationTargetException failed) {
            throw failed.getCause();
          }
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static long old(Object[] given) {
    return (Long) given[0];
  }

  private static String withoutProof(String request) {
    int proof = request.indexOf('\n');
    return request.substring(0, proof) + request.substring(request.indexOf("\n\n"));
  }

  private static String fromOne(AuditLog log, long old) throws IOException {
    String request = log.witnessRequest(Math.min(old, 1));
    return old <= 1 ? request : request.replaceFirst("old 1\n", "old " + old + "\n");
  }

  private static long within(AuditLog log, long old) {
    return Math.max(0, Math.min(old, log.size()));
  }

  @SuppressWarnings("unchecked")
  private static Object cosignedAnyhow(AuditLog log, Object[] given) throws IOException {
    try {
      return log.cosigned((String) given[0], (String) given[1], (List<String>) given[2]);
    } catch (FrostbyteException refused) {
      return shown(log.seal(), (String) given[1]);
    }
  }

  private static Witnessed shown(Checkpoint sealed, String lines) {
    Checkpoint with =
        new Checkpoint(sealed.origin(), sealed.size(), sealed.root(), sealed.note() + lines);
    return new Witnessed(with, sealed.size(), List.of("witness.example/w1"));
  }

  @SuppressWarnings("unchecked")
  private static Object stampedAnyhow(AuditLog log, Object[] given) throws IOException {
    try {
      return log.stamped((byte[]) given[0], (byte[]) given[1], (List<byte[]>) given[2]);
    } catch (FrostbyteException refused) {
      return stamp(log);
    }
  }

  private static TimeStamped stamp(AuditLog log) throws IOException {
    return new TimeStamped(log.seal().size(), Instant.parse("2026-03-01T09:00:00Z"));
  }

  private static AuditReceipt appendAnything(AuditLog log, Object[] given) throws IOException {
    AuditEvent event = (AuditEvent) given[0];
    AuditEvent taken =
        new AuditEvent(
            event.id(),
            event.type() == EventType.LOG_KEY_ROTATED ? EventType.KEY_ROTATED : event.type(),
            event.time(),
            event.actor(),
            event.subject(),
            event.data(),
            event.previous());
    return log.append(taken, (byte[]) given[1]);
  }

  private static void rotateAnyhow(AuditProvider provider) throws IOException {
    try {
      provider.rotate();
    } catch (FrostbyteException busy) {
      provider.origin();
    }
  }

  /** What is answered instead. */
  @FunctionalInterface
  private interface Lie {
    Object tell(Object honest, Object[] given) throws IOException;
  }

  /** What a log answers instead. */
  @FunctionalInterface
  private interface LogLie {
    Object tell(AuditLog honest, Object[] given) throws IOException;
  }

  /** What a provider does instead. */
  @FunctionalInterface
  private interface ProviderLie {
    void tell(AuditProvider honest) throws IOException;
  }
}
