package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.Witnessed;
import dev.frostbyte.api.spi.Egress;
import dev.frostbyte.api.spi.Egress.Limits;
import dev.frostbyte.api.spi.Egress.Request;
import dev.frostbyte.api.spi.Egress.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Asks one witness over HTTP to cosign the newest checkpoint of a log (C2SP tlog-witness, {@code
 * add-checkpoint}). Remembers, until the process ends, what the witness cosigned last; it costs one
 * more request when it does not know. Thread-safe.
 */
public final class WitnessClient {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), 64 << 10);
  private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,17})\n");
  private static final int CONFLICT = 409;

  private final URI address;
  private final List<String> keys;
  private final Egress egress;
  private final Map<String, Long> sizes = new ConcurrentHashMap<>();

  private WitnessClient(URI address, List<String> keys, Egress egress) {
    this.address = address;
    this.keys = keys;
    this.egress = egress;
  }

  /**
   * A client of one witness.
   *
   * @param prefix the witness's submission prefix
   * @param witnessKeys its verifier keys, type 0x04 or 0x06
   * @param egress by which requests leave
   * @throws IllegalArgumentException when a key is none
   */
  public static WitnessClient of(URI prefix, List<String> witnessKeys, Egress egress) {
    CosignerKey.parse(witnessKeys);
    String path = prefix.toString().replaceAll("/+$", "") + "/add-checkpoint";
    return new WitnessClient(URI.create(path), List.copyOf(witnessKeys), egress);
  }

  /**
   * Has the newest checkpoint cosigned and the cosignature kept in the log.
   *
   * @throws dev.frostbyte.api.model.FrostbyteException {@code EVIDENCE_REFUSED} when the answer
   *     does not verify, {@code EGRESS_NOT_CONSENTED} when the host is not allowed
   * @throws IOException when no answer came, or the log failed
   */
  public Outcome cosign(AttestableLog log) throws IOException {
    long known = sizes.getOrDefault(log.origin(), 0L);
    String request = request(log, known);
    Response answer = send(request);
    Optional<Long> other = otherSize(answer);
    if (other.isPresent() && other.get() != known) {
      if (other.get() > sealed(request)) {
        return new Outcome.Ahead(other.get(), sealed(request));
      }
      request = log.witnessRequest(other.get());
      answer = send(request);
    }
    return outcome(log, request, answer);
  }

  private static String request(AttestableLog log, long known) throws IOException {
    try {
      return log.witnessRequest(known);
    } catch (IllegalArgumentException newestIsSmaller) {
      return log.witnessRequest(0);
    }
  }

  private Response send(String request) throws IOException {
    byte[] body = request.getBytes(StandardCharsets.UTF_8);
    return egress.send(new Request(address, "text/plain", body, "witness", LIMITS));
  }

  private Outcome outcome(AttestableLog log, String request, Response answer) throws IOException {
    if (answer.status() != 200) {
      return new Outcome.Refused(answer.status());
    }
    String note = request.substring(request.indexOf("\n\n") + 2);
    String lines = new String(answer.body(), StandardCharsets.UTF_8);
    Witnessed kept = log.cosigned(note, lines, keys);
    if (kept.witnesses().isEmpty()) {
      return new Outcome.Unknown();
    }
    sizes.put(log.origin(), sealed(request));
    return new Outcome.Kept(kept);
  }

  private static long sealed(String request) {
    String note = request.substring(request.indexOf("\n\n") + 2);
    return Long.parseLong(note.lines().skip(1).findFirst().orElseThrow());
  }

  private static Optional<Long> otherSize(Response answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    boolean isSize =
        answer.status() == CONFLICT
            && answer.mediaType().equals("text/x.tlog.size")
            && SIZE.matcher(body).matches();
    return isSize ? Optional.of(Long.parseLong(body.strip())) : Optional.empty();
  }

  /** What came of it. */
  public sealed interface Outcome {
    /**
     * The checkpoint is cosigned, durably.
     *
     * @param witnessed checkpoint and names
     */
    record Kept(Witnessed witnessed) implements Outcome {}

    /**
     * The witness has cosigned a longer log: this one was cut back, or put back from a backup.
     *
     * @param cosigned size the witness knows
     * @param sealed size of the newest checkpoint here
     */
    record Ahead(long cosigned, long sealed) implements Outcome {}

    /**
     * The witness did not cosign.
     *
     * @param status 403: it does not know the log's key; 404: it does not look after the log; 409:
     *     it cosigned another root of this size; 422: the proof did not hold
     */
    record Refused(int status) implements Outcome {}

    /** It cosigned, but with none of the keys it was configured with. */
    record Unknown() implements Outcome {}
  }
}
