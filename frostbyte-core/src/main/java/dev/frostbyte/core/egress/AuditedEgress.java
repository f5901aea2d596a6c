package dev.frostbyte.core.egress;

import dev.frostbyte.api.audit.EventType;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.FrostbyteException;
import dev.frostbyte.api.model.ProblemCode;
import dev.frostbyte.api.spi.Egress;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sends only with consent, and writes down what leaves: host, purpose, bytes and their SHA-256
 * before, the answer's after. Addresses beyond the host, and contents, are not written.
 * Thread-safe.
 */
public final class AuditedEgress implements Egress {
  private final EgressPolicy policy;
  private final EgressTrail trail;
  private final Egress transport;

  private AuditedEgress(EgressPolicy policy, EgressTrail trail, Egress transport) {
    this.policy = policy;
    this.trail = trail;
    this.transport = transport;
  }

  /** A port over HTTP. */
  public static AuditedEgress of(EgressPolicy policy, EgressTrail trail) {
    return over(policy, trail, new HttpTransport(policy));
  }

  static AuditedEgress over(EgressPolicy policy, EgressTrail trail, Egress transport) {
    return new AuditedEgress(policy, trail, transport);
  }

  /** The same port, which writes down what leaves elsewhere. */
  public AuditedEgress trailing(EgressTrail other) {
    return new AuditedEgress(policy, other, transport);
  }

  @Override
  public Response send(Request request) throws IOException {
    requireAllowed(request);
    SortedMap<String, Object> data = data(request);
    UUID intent = trail.append(EventType.EGRESS_REQUESTED, data, List.of());
    boolean answered = false;
    try {
      Response answer = transport.send(request);
      answered = true;
      trail.append(EventType.EGRESS_COMPLETED, data(data, answer), List.of(intent));
      return answer;
    } finally {
      if (!answered) {
        trail.append(EventType.EGRESS_FAILED, data, List.of(intent));
      }
    }
  }

  private void requireAllowed(Request request) {
    if (!policy.allows(request.uri())) {
      throw FrostbyteException.of(
          ProblemCode.EGRESS_NOT_CONSENTED,
          "Nothing was sent to "
              + request.uri().getHost()
              + " for the purpose "
              + request.purpose()
              + ": the egress policy does not allow this host, or not without TLS.");
    }
  }

  private static SortedMap<String, Object> data(Request request) {
    SortedMap<String, Object> data = new TreeMap<>();
    data.put("host", request.uri().getHost());
    data.put("purpose", request.purpose());
    data.put("bytes", (long) request.body().length);
    data.put("hash", ContentHash.of(request.body()).hex());
    return data;
  }

  private static SortedMap<String, Object> data(SortedMap<String, Object> sent, Response answer) {
    SortedMap<String, Object> data = new TreeMap<>(sent);
    data.put("status", (long) answer.status());
    data.put("answerBytes", (long) answer.body().length);
    data.put("answerHash", ContentHash.of(answer.body()).hex());
    return data;
  }
}
