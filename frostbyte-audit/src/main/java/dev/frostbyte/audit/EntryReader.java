package dev.frostbyte.audit;

import dev.frostbyte.audit.Frame.Kind;
import dev.frostbyte.audit.JournalReader.Read;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Reads entries in order and leaves other frames out. One thread; whoever opens it closes it. */
final class EntryReader implements Closeable {
  private final JournalReader journal;
  private final long from;

  EntryReader(JournalReader journal, long from) {
    this.journal = journal;
    this.from = from;
  }

  /** The next entry; one must be there. */
  Read next() throws IOException, BrokenLog {
    for (Optional<Read> next = journal.next(); next.isPresent(); next = journal.next()) {
      Read read = next.get();
      if (read.frame().kind() == Kind.ENTRY && read.index() >= from) {
        return read;
      }
    }
    throw new BrokenLog("the journal ends at entry " + journal.index() + ", before its end");
  }

  /** Reads on to the end of the journal, where its last link is checked. */
  void finish() throws IOException, BrokenLog {
    while (journal.next().isPresent()) {
      continue;
    }
  }

  /** Whether it read past what is said to be reached, and found the link there. */
  boolean passed(Reached reached) {
    return reached.position() == 0
        || journal
            .seen()
            .filter(link -> Arrays.equals(link.frame().content(), reached.link()))
            .isPresent();
  }

  /** The link that closes what was read; reads past it. */
  Read link() throws IOException, BrokenLog {
    return journal
        .link()
        .orElseThrow(() -> new BrokenLog("no link of the chain closes entry " + journal.index()));
  }

  @Override
  public void close() throws IOException {
    journal.close();
  }
}
