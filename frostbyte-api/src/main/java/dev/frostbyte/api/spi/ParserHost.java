package dev.frostbyte.api.spi;

import java.io.IOException;

/**
 * Runs parsers that are not pure text where they can do no harm. Thread-safe; closing ends what it
 * started.
 */
public interface ParserHost extends AutoCloseable {
  /** A seat for one tenant: what runs in it never serves another. The caller closes it. */
  Seat seat() throws IOException;

  /** How strongly parsers are contained, such as {@code process}; goes into the audit event. */
  String level();

  @Override
  void close() throws IOException;

  /** One tenant's use of a host. Thread-safe. */
  interface Seat extends AutoCloseable {
    /**
     * Runs a parser on a document. A host that contains its parsers ends within the deadline
     * whatever the document does: a parser that hangs, dies or runs out of memory is a {@link
     * ParseResult.Refused}.
     *
     * @throws IOException when the sink fails or no parser can be started at all
     */
    ParseResult parse(ParserTask task, DocumentSource source, ParseLimits limits, ElementSink sink)
        throws IOException;

    @Override
    void close() throws IOException;
  }
}
