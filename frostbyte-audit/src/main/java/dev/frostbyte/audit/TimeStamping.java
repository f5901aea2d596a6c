package dev.frostbyte.audit;

import dev.frostbyte.api.audit.Checkpoint;
import dev.frostbyte.api.audit.TimeStamped;
import dev.frostbyte.audit.Evidence.Stamped;
import dev.frostbyte.audit.Frame.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The log's side of RFC 3161: asks for time stamps and keeps them. Thread-safe. */
final class TimeStamping {
  private final GroupCommit commits;
  private final LogReader reader;

  TimeStamping(GroupCommit commits, LogReader reader) {
    this.commits = commits;
    this.reader = reader;
  }

  byte[] request() throws IOException {
    Checkpoint newest = commits.newest().isPresent() ? commits.newest().get() : commits.seal();
    return TimeStamps.request(RootText.of(newest));
  }

  TimeStamped stamped(byte[] request, byte[] response, List<byte[]> trusted) throws IOException {
    if (response.length > Evidence.MAX_BYTES) {
      throw TimeStamps.refused(
          "it has " + response.length + " bytes, more than " + Evidence.MAX_BYTES);
    }
    RootText root =
        asked(request)
            .orElseThrow(() -> TimeStamps.refused("the request is over no root of this log"));
    Instant time = TimeStamps.verified(request, response, trusted);
    commits.keep(new Stamped(root.size(), response));
    return new TimeStamped(root.size(), time);
  }

  /** The newest root if it is the one, or else the one among all that were ever signed. */
  private Optional<RootText> asked(byte[] request) throws IOException {
    Optional<RootText> newest =
        commits.newest().map(RootText::of).filter(root -> TimeStamps.asksFor(request, root));
    if (newest.isPresent()) {
      return newest;
    }
    List<RootText> found = new ArrayList<>();
    reader.frames(
        0,
        commits.settle(),
        read -> {
          if (read.frame().kind() == Kind.ROOT) {
            SignedRoot.parse(read.frame().content())
                .map(root -> RootText.of(root.checkpoint()))
                .filter(root -> TimeStamps.asksFor(request, root))
                .ifPresent(found::add);
          }
        });
    return found.stream().findFirst();
  }
}
