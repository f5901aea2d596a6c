package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.JournalReader.Place;
import dev.frostbyte.audit.JournalReader.Read;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads entries straight from where they are said to stand. Keeps the last segment open, so that
 * entries near each other cost little. One thread; whoever opens it closes it.
 */
final class FrameReader implements Closeable {
  private final LogReader log;
  private final Segments segments;
  private final byte[] origin;
  private final Sha256 sha = new Sha256();
  private Optional<SegmentReader> open = Optional.empty();

  FrameReader(LogReader log, Segments segments, byte[] origin) {
    this.log = log;
    this.segments = segments;
    this.origin = origin;
  }

  /**
   * The frame of an entry.
   *
   * @param leafHash what its leaf must hash to
   * @throws BrokenLog when another frame stands there, or none
   */
  Read read(long index, Place place, byte[] leafHash) throws IOException, BrokenLog {
    return frame(place)
        .filter(found -> found.kind() == Kind.ENTRY && found.index() == index)
        .map(found -> new Read(index, found, sha.leaf(found.content()), place))
        .filter(read -> Arrays.equals(read.contentHash(), leafHash))
        .orElseThrow(() -> new BrokenLog("entry " + index + " does not stand at its place"));
  }

  /**
   * Checks that a link of the chain stands where it is said to.
   *
   * @throws BrokenLog when another frame stands there, or none
   */
  void requireLink(Place place, byte[] link) throws IOException, BrokenLog {
    boolean stands =
        frame(place)
            .filter(found -> found.kind() == Kind.LINK && Arrays.equals(found.content(), link))
            .isPresent();
    if (!stands) {
      throw new BrokenLog("a link of the chain does not stand at its place");
    }
  }

  private Optional<Frame> frame(Place place) throws IOException, BrokenLog {
    return place.position() < SegmentHeader.FRAMES
        ? Optional.empty()
        : segment(place.segment()).frameAt(place.position());
  }

  /** The entry of such a frame. */
  AuditEntry entry(long index, Place place, ContentHash leafHash) throws IOException, BrokenLog {
    return log.entry(read(index, place, leafHash.bytes()));
  }

  private SegmentReader segment(long sequence) throws IOException, BrokenLog {
    if (open.isPresent() && open.get().header().sequence() == sequence) {
      return open.get();
    }
    close();
    open = Optional.of(opened(sequence));
    if (!Arrays.equals(open.get().header().origin(), origin)
        || open.get().header().sequence() != sequence) {
      throw new BrokenLog("the segment belongs to another log, or to another place in it");
    }
    return open.get();
  }

  private SegmentReader opened(long sequence) throws IOException, BrokenLog {
    try {
      return segments.read(sequence);
    } catch (NoSuchFileException e) {
      throw new BrokenLog("segment " + sequence + " is missing");
    }
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }
}
