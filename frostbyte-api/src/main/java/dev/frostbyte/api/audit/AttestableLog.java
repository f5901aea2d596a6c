package dev.frostbyte.api.audit;

import java.io.IOException;
import java.util.List;

/**
 * A log whose checkpoints others can confirm: witnesses (C2SP tlog-witness) that it only grew, time
 * stamping services (RFC 3161) when it was that long. Requests and answers are bytes, to be carried
 * by a network or on a stick. Thread-safe.
 */
public interface AttestableLog {
  /** Name of the log in checkpoints. */
  String origin();

  /**
   * A C2SP tlog-witness {@code add-checkpoint} request for the newest checkpoint; the log is sealed
   * first when it never was.
   *
   * @param oldSize size of the newest checkpoint the witness has cosigned, 0 when it has none
   * @throws IllegalArgumentException when the newest checkpoint is smaller
   */
  String witnessRequest(long oldSize) throws IOException;

  /**
   * Takes a witness's answer: keeps, durably, the cosignatures that verify under one of the keys.
   * Lines of unknown keys are ignored.
   *
   * @param note the checkpoint that was sent: the request from behind its empty line on
   * @param lines the signature lines of the answer
   * @param witnessKeys verifier keys of type 0x04 or 0x06 that are accepted
   * @throws dev.frostbyte.api.model.FrostbyteException {@code EVIDENCE_REFUSED} when the checkpoint
   *     is none of this log, the lines are none, or a line of a known key does not verify
   */
  Witnessed cosigned(String note, String lines, List<String> witnessKeys) throws IOException;

  /**
   * An RFC 3161 request (DER) over SHA-256 of the newest checkpoint's signed text: the lines before
   * its empty line. Asks for the signer's certificate and has a random nonce.
   */
  byte[] timeStampRequest() throws IOException;

  /**
   * Takes a time stamping service's answer and keeps it, durably.
   *
   * @param request what was sent
   * @param response DER of the TimeStampResp
   * @param trusted DER certificates of the services that are accepted, or of authorities that
   *     signed them directly
   * @throws dev.frostbyte.api.model.FrostbyteException {@code EVIDENCE_REFUSED} when it is no
   *     grant, not over this request, not signed by a trusted service whose certificate is for time
   *     stamping alone, or the request is none of this log's
   */
  TimeStamped stamped(byte[] request, byte[] response, List<byte[]> trusted) throws IOException;
}
