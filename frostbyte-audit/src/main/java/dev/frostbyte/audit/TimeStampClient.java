package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.Egress.Limits;
import dev.frostbyte.api.spi.Egress.Request;
import dev.frostbyte.api.spi.Egress.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Asks one time stamping service over HTTP (RFC 3161 section 3.4). Immutable; thread-safe. */
public final class TimeStampClient {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), Evidence.MAX_BYTES);
  private static final String QUERY = "application/timestamp-query";
  private static final String REPLY = "application/timestamp-reply";

  private final URI address;
  private final List<byte[]> trusted;
  private final Egress egress;

  private TimeStampClient(URI address, List<byte[]> trusted, Egress egress) {
    this.address = address;
    this.trusted = trusted;
    this.egress = egress;
  }

  /**
   * A client of one service.
   *
   * @param trusted DER certificates of the service, or of the authority that signed it
   * @param egress by which requests leave
   */
  public static TimeStampClient of(URI address, List<byte[]> trusted, Egress egress) {
    return new TimeStampClient(address, trusted.stream().map(byte[]::clone).toList(), egress);
  }

  /**
   * Has the newest checkpoint time stamped and the stamp kept in the log.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code EVIDENCE_REFUSED} when the answer is
   *     none or does not verify, {@code EGRESS_NOT_CONSENTED} when the host is not allowed
   * @throws IOException when no answer came, or the log failed
   */
  public TimeStamped stamp(AttestableLog log) throws IOException {
    byte[] request = log.timeStampRequest();
    Response answer = egress.send(new Request(address, QUERY, request, "time-stamp", LIMITS));
    if (answer.status() != 200 || !answer.mediaType().equals(REPLY)) {
      throw TimeStamps.refused("the service answered with status " + answer.status());
    }
    return log.stamped(request, answer.body(), trusted);
  }
}
