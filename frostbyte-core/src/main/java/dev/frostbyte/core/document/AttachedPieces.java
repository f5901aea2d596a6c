package dev.frostbyte.core.document;

import dev.frostbyte.api.model.Attached;
import dev.frostbyte.api.model.AttachedFile;
import dev.frostbyte.api.model.Block;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.model.UntrustedText;
import dev.frostbyte.api.spi.BudgetReachedException;
import dev.frostbyte.api.spi.ParseLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts the files that lie in a document together from their pieces: hashes them, hands their bytes
 * on, and leaves out, with a word about it, what is over a limit or not whole. One thread.
 */
final class AttachedPieces {
  private static final String KIND = "attachment";

  private final ParseLimits limits;
  private final Bounds bounds;
  private final AttachedSink sink;
  private final Consumer<Block.Dropped> losses;
  private final List<AttachedFile> files = new ArrayList<>();
  private MessageDigest digest = ContentHash.digest();
  private long charged;
  private long kept;
  private long size;
  private boolean open;
  private boolean over;

  AttachedPieces(
      ParseLimits limits, Bounds bounds, AttachedSink sink, Consumer<Block.Dropped> losses) {
    this.limits = limits;
    this.bounds = bounds;
    this.sink = sink;
    this.losses = losses;
  }

  /** Takes the next piece. */
  void take(Attached piece) throws BudgetReachedException {
    charged += piece.bytes().length;
    if (charged > limits.maxInflatedBytes()) {
      throw new BudgetReachedException("maxInflatedBytes", limits.maxInflatedBytes());
    }
    open = true;
    size += piece.bytes().length;
    digest.update(piece.bytes());
    write(piece);
    if (piece.last()) {
      finish(piece);
    }
  }

  /** Something else follows: a file that did not end is not whole. */
  void interrupt() {
    if (open) {
      sink.drop();
      losses.accept(new Block.Dropped(KIND, "NOT_WHOLE", List.of()));
      begin();
    }
  }

  /** The files that are whole, in order. */
  List<AttachedFile> files() {
    interrupt();
    return files;
  }

  private void write(Attached piece) {
    over |= kept + size > bounds.maxBytes() || files.size() >= bounds.maxFiles();
    if (over) {
      sink.drop();
      return;
    }
    try {
      sink.write(piece.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish(Attached piece) {
    if (over) {
      losses.accept(new Block.Dropped(KIND, bounds.reason(files.size()), piece.regions()));
    } else {
      keep(piece);
    }
    begin();
  }

  private void keep(Attached piece) {
    try {
      sink.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    kept += size;
    int page = piece.regions().isEmpty() ? 0 : piece.regions().getFirst().page();
    ContentHash source = ContentHash.ofDigest(digest.digest());
    files.add(new AttachedFile(line(piece.name()), line(piece.type()), page, size, source));
  }

  private void begin() {
    digest = ContentHash.digest();
    size = 0;
    open = false;
    over = false;
  }

  private static UntrustedText line(UntrustedText written) {
    return UntrustedText.of(TextCleaner.line(written.value()));
  }

  /**
   * How much of one document is taken.
   *
   * @param maxBytes of all its files together
   */
  record Bounds(int maxFiles, long maxBytes) {
    /** As much as its parser may emit. */
    static Bounds of(ParseLimits limits) {
      return new Bounds(limits.maxElements(), limits.maxInflatedBytes());
    }

    /** Why a file after so many is left out; the limit is in the word. */
    String reason(int taken) {
      return taken >= maxFiles
          ? "MORE_THAN_" + maxFiles + "_FILES"
          : "MORE_THAN_" + maxBytes + "_BYTES";
    }
  }
}
