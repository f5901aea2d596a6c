package dev.frostbyte.api.spi;

import dev.frostbyte.api.model.MediaType;
import java.io.IOException;

/**
 * Reads a format by sending the document to a service elsewhere. Runs for a tenant that consented
 * to it, and never without a tenant. Thread-safe: one parser serves many documents at once.
 * <i>Must</i>: send by the port it is handed alone, on the caller's thread and before it returns;
 * take the answer for as hostile as the document: bounded in size, depth and count, every value
 * checked before it becomes a block; expected ends as {@link ParseResult}, a part of a document
 * never as the whole; neither the document's name nor its text in any message. Same answer, same
 * blocks.
 */
public interface RemoteParser extends AutoCloseable {
  /**
   * Reads a document and emits its blocks.
   *
   * @param type the verified type, one of those its provider declares
   * @param limits of the reading; the port keeps to their deadline, whatever is asked of it
   * @param egress the tenant's way to the service, for this document only: refuses once this method
   *     has returned
   * @throws dev.frostbyte.api.model.FrostbyteException as the port throws it, {@code
   *     EGRESS_NOT_CONSENTED} above all; it is let pass
   * @throws IOException when no whole answer came, or the sink fails; it is let pass
   */
  ParseResult parse(
      DocumentSource source, MediaType type, ParseLimits limits, Egress egress, ElementSink sink)
      throws IOException;

  /**
   * Names what shapes the result on this side; enters the fingerprint. What the service runs is its
   * own affair and may change the reading unseen.
   */
  default String fingerprint() {
    return "";
  }

  @Override
  default void close() throws IOException {}
}
