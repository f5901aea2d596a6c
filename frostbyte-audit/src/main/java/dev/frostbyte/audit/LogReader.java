package dev.frostbyte.audit;

import dev.frostbyte.api.audit.AuditEntry;
import dev.frostbyte.api.audit.AuditLog;
import dev.frostbyte.api.audit.AuditReceipt;
import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TreeHead;
import dev.frostbyte.api.audit.Verification;
import dev.frostbyte.api.audit.Verification.Break;
import dev.frostbyte.api.model.ContentHash;
import dev.frostbyte.api.seal.SealBrokenException;
import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.Journal.End;
import dev.frostbyte.audit.JournalReader.Read;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads a journal back: entries, checks. Thread-safe; every call reads for itself. */
final class LogReader {
  private final String origin;
  private final byte[] originHash;
  private final Segments segments;
  private final Journal journal;
  private final List<VerifierKey> chain;

  LogReader(String origin, Segments segments, Journal journal, List<VerifierKey> chain) {
    this.origin = origin;
    this.originHash = new Sha256().of(origin);
    this.segments = segments;
    this.journal = journal;
    this.chain = List.copyOf(chain);
  }

  /** Hands out the entries from an index to the end. */
  void replay(long from, End end, AuditLog.Visitor visitor) throws IOException {
    if (from < 0) {
      throw new IllegalArgumentException("replay starts at an index from 0, not at " + from);
    }
    entries(from, end, read -> visitor.accept(entry(read)));
  }

  /** Takes the frames of entries from an index to the end. */
  void entries(long from, End end, EntryVisitor visitor) throws IOException {
    if (from < end.size()) {
      frames(
          from,
          end,
          read -> {
            if (read.frame().kind() == Kind.ENTRY && read.index() >= from) {
              visitor.accept(read);
            }
          });
    }
  }

  /** Takes every frame from the beginning of the segment that holds an index. */
  void frames(long from, End end, EntryVisitor visitor) throws IOException {
    try (JournalReader reader =
        JournalReader.open(segments, originHash, journal.segmentOf(from), end)) {
      for (Optional<Read> next = reader.next(); next.isPresent(); next = reader.next()) {
        visitor.accept(next.get());
      }
    } catch (BrokenLog broken) {
      throw refused(broken);
    }
  }

  /** Reads entries from an index on, one by one; the caller closes it. */
  EntryReader entriesFrom(long index, End end) throws IOException, BrokenLog {
    return new EntryReader(
        JournalReader.open(segments, originHash, journal.segmentOf(index), end), index);
  }

  /**
   * Reads entries behind what is known to be reached, past the link there; the caller closes it.
   */
  EntryReader entriesAfter(Reached reached, End end) throws IOException, BrokenLog {
    long sequence = reached.position() == 0 ? 0 : reached.place().segment();
    JournalReader behind = JournalReader.open(segments, originHash, sequence, end);
    behind.watch(reached.place());
    return new EntryReader(behind, reached.position());
  }

  /** Reads entries at known places; the caller closes it. */
  FrameReader frames() {
    return new FrameReader(this, segments, originHash);
  }

  /** The failure as callers of the log see it. */
  SealBrokenException refused(BrokenLog broken) {
    return new SealBrokenException(
        "the audit log " + origin + " does not verify: " + broken.what());
  }

  /** Checks everything up to the end, and that it goes through what was noted elsewhere. */
  Verification verify(End end, Collection<TreeHead> noted) throws IOException {
    Roots roots = new Roots(origin, chain, noted);
    Optional<Break> found = check(end, roots, new LeafCheck(origin));
    long sealed = roots.newest().map(Checkpoint::size).orElse(0L);
    return new Verification(roots.tree().size(), sealed, found.map(List::of).orElse(List.of()));
  }

  private Optional<Break> check(End end, Roots roots, LeafCheck leaves) throws IOException {
    try (JournalReader reader = JournalReader.open(segments, originHash, 0, end)) {
      for (Optional<Read> next = reader.next(); next.isPresent(); next = reader.next()) {
        check(next.get(), roots, leaves);
      }
      roots.requireNoted();
      return Optional.empty();
    } catch (BrokenLog broken) {
      return Optional.of(new Break(roots.tree().size(), broken.what()));
    }
  }

  private static void check(Read read, Roots roots, LeafCheck leaves) throws BrokenLog {
    if (read.frame().kind() == Kind.ENTRY) {
      check(read, leaves);
    }
    roots.accept(read.frame(), read.contentHash());
    if (read.frame().kind() == Kind.ROOT) {
      roots.requireSigned();
    }
  }

  /** That the leaf is one of this log and names the payload beside it. */
  private static void check(Read read, LeafCheck leaves) throws BrokenLog {
    byte[] named = leaves.payloadHash(read.frame().content());
    byte[] payload = read.frame().payload();
    if (!Arrays.equals(payload.length == 0 ? payload : new Sha256().of(payload), named)) {
      throw new BrokenLog("the payload is not the one the leaf names");
    }
  }

  /** The event in the frame of an entry. */
  AuditEntry entry(Read read) throws BrokenLog {
    check(read, new LeafCheck(origin));
    AuditReceipt receipt =
        new AuditReceipt(origin, read.index(), ContentHash.ofDigest(read.contentHash()));
    return new AuditEntry(receipt, Leaf.checked(read.frame().content()), read.frame().payload());
  }

  /** Takes a frame. */
  @FunctionalInterface
  interface EntryVisitor {
    /** Takes the next one. */
    void accept(Read read) throws IOException, BrokenLog;
  }
}
