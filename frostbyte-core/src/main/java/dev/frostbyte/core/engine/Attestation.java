package dev.frostbyte.core.engine;

import dev.frostbyte.api.audit.AttestableLog;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.api.audit.Witnessed;
import java.io.IOException;
import java.util.List;

/**
 * A tenant's log for witnesses and time stamping services, and nothing more of it. Thread-safe;
 * usable until the tenant is closed.
 */
final class Attestation implements AttestableLog {
  private final AttestableLog log;

  Attestation(AttestableLog log) {
    this.log = log;
  }

  @Override
  public String origin() {
    return log.origin();
  }

  @Override
  public String witnessRequest(long oldSize) throws IOException {
    return log.witnessRequest(oldSize);
  }

  @Override
  public Witnessed cosigned(String note, String lines, List<String> witnessKeys)
      throws IOException {
    return log.cosigned(note, lines, witnessKeys);
  }

  @Override
  public byte[] timeStampRequest() throws IOException {
    return log.timeStampRequest();
  }

  @Override
  public TimeStamped stamped(byte[] request, byte[] response, List<byte[]> trusted)
      throws IOException {
    return log.stamped(request, response, trusted);
  }
}
