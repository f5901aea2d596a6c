package dev.frostbyte.audit;

import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.Journal.End;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads durable frames in order across segments and checks that they follow each other and, at the
 * end, that they lead to the link the log has there: what was read to the end is what was written,
 * wherever reading began. Holds one segment open and 64 KiB. One thread; whoever opens it closes
 * it.
 */
final class JournalReader implements Closeable {
  private final Segments segments;
  private final Links links;
  private final End end;
  private SegmentReader segment;
  private Optional<Read> link = Optional.empty();
  private Optional<Place> watched = Optional.empty();
  private Optional<Read> seen = Optional.empty();

  private JournalReader(Segments segments, Links links, End end, SegmentReader segment) {
    this.segments = segments;
    this.links = links;
    this.end = end;
    this.segment = segment;
  }

  /** Reads from the beginning of a segment to an end that was durable before. */
  static JournalReader open(Segments segments, byte[] origin, long sequence, End end)
      throws IOException, BrokenLog {
    SegmentReader first = segments.read(sequence);
    boolean accepted = false;
    try {
      Links links = sequence == 0 ? Links.fromStart(origin) : Links.from(origin, first.header());
      links.accept(first.header());
      accepted = true;
      return new JournalReader(segments, links, end, first);
    } finally {
      if (!accepted) {
        first.close();
      }
    }
  }

  /** The next frame that is no link, with the hash of its content; empty at the end. */
  Optional<Read> next() throws IOException, BrokenLog {
    while (!ended()) {
      long index = links.size();
      Place place = new Place(segment.header().sequence(), segment.at());
      Optional<Frame> frame = segment.next();
      if (frame.isEmpty()) {
        advance();
        continue;
      }
      Read read = new Read(index, frame.get(), links.accept(frame.get()), place);
      if (frame.get().kind() != Kind.LINK) {
        return Optional.of(read);
      }
      pass(read);
    }
    requireLinked();
    return Optional.empty();
  }

  private void pass(Read read) {
    link = Optional.of(read);
    if (watched.filter(read.place()::equals).isPresent()) {
      seen = link;
    }
  }

  /** Looks out for the link at a place; before reading. */
  void watch(Place place) {
    watched = Optional.of(place);
  }

  /** The link at the place watched; empty when none stood there among what was read. */
  Optional<Read> seen() {
    return seen;
  }

  /** Reads on until a link closes what was read, and hands it out; empty when nothing was read. */
  Optional<Read> link() throws IOException, BrokenLog {
    while (links.chain().pending() && next().isPresent()) {
      continue;
    }
    return link;
  }

  private void requireLinked() throws BrokenLog {
    if (links.chain().pending()) {
      throw new BrokenLog("the last entries are under no link of the chain");
    }
    if (!Arrays.equals(links.chain().last(), end.link())) {
      throw new BrokenLog("the chain ends in another link than the log's");
    }
  }

  /** Index of the next entry. */
  long index() {
    return links.size();
  }

  private boolean ended() {
    return segment.header().sequence() == end.sequence() && segment.at() == end.position();
  }

  private void advance() throws IOException, BrokenLog {
    if (segment.header().sequence() >= end.sequence() || segment.leftover().isPresent()) {
      throw new BrokenLog("a frame that was durable is damaged");
    }
    SegmentReader read = segment;
    segment = segments.read(read.header().sequence() + 1);
    read.close();
    links.accept(segment.header());
  }

  @Override
  public void close() throws IOException {
    segment.close();
  }

  /**
   * A frame that follows the one before it.
   *
   * @param index index of the entry, or for a root the number of entries it covers
   * @param contentHash the leaf hash of an entry
   * @param place where the frame begins
   */
  record Read(long index, Frame frame, byte[] contentHash, Place place) {}

  /**
   * Where a frame begins.
   *
   * @param segment sequence of its segment
   * @param position bytes from the segment's beginning
   */
  record Place(long segment, int position) {}
}
