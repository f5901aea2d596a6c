package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AuditEvent;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.api.seal.SealContext;
import dev.frostbyte.api.seal.Sealer;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An event about to be appended. Immutable.
 *
 * @param payload sealed; empty when there is none
 */
record Draft(AuditEvent event, byte[] payload) {
  private static final byte[] NOTHING = new byte[0];

  /** An event without details. */
  static Draft plain(AuditEvent event) {
    return new Draft(event, NOTHING);
  }

  /**
   * An event with details sealed beside it and a commitment to them in it.
   *
   * @param sealedFor whose key seals, as the event says it
   */
  static Draft sealed(AuditEvent event, String sealedFor, Sealer sealer, byte[] details) {
    byte[] salted = Commitment.salted(details);
    SortedMap<String, Object> data = new TreeMap<>(event.data());
    data.put(Journal.SEALED_FOR, sealedFor);
    data.put(Commitment.FIELD, Commitment.of(salted).hex());
    AuditEvent marked =
        new AuditEvent(
            event.id(),
            event.type(),
            event.time(),
            event.actor(),
            event.subject(),
            data,
            event.previous());
    return new Draft(marked, sealer.seal(salted, context(event.id())));
  }

  /**
   * The details of an event, opened and checked against the event's commitment.
   *
   * @throws dev.frostbyte.api.seal.SealBrokenException when they do not open or are others
   */
  static byte[] open(AuditEvent event, byte[] payload, Sealer sealer) throws IOException {
    byte[] salted = sealer.open(payload, context(event.id()));
    if (!Commitment.of(salted).hex().equals(event.data().get(Commitment.FIELD))) {
      throw new SealBrokenException("the details beside an event are not those it commits to");
    }
    return Commitment.details(salted);
  }

  private static SealContext context(UUID event) {
    return SealContext.of("event", event.toString());
  }
}
